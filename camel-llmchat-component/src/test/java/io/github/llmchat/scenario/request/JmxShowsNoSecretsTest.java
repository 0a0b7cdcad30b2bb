package io.github.llmchat.scenario.request;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.llmchat.testing.Script;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever looks at the running context, or reads the catalogue, sees no secret. */
class JmxShowsNoSecretsTest extends OneCallScenario {

    private static final String PASSWORD = "proxy-password-13579";
    private static final String PROMPT = "a prompt for nobody else";
    private static final String ANSWER = "an answer for nobody else";
    /** Those that only look. */
    private static final Pattern LOOKS = Pattern.compile("(dump|browse|explain|inform|list|get|find|has)\\w*");
    private static final Pattern SECRET_NAME = Pattern.compile(".*(password|secret|apikey|username)", Pattern.CASE_INSENSITIVE);

    @Override
    protected boolean useJmx() {
        return true;
    }

    /** Camel shows a route as it was written: what is to stay secret is written as a placeholder. */
    @Test
    void inAnyAttributeOrOperation() throws Exception {
        context.getPropertiesComponent().addInitialProperty("key", KEY);
        context.getPropertiesComponent().addInitialProperty("username", "me-myself");
        context.getPropertiesComponent().addInitialProperty("password", PASSWORD);
        gateway.alwaysAnswers(Script.answer(ANSWER));

        call("llmchat:m?baseUrl=http://gateway.invalid/v1&apiKey={{key}}&proxyHost=127.0.0.1&proxyPort=" + gateway.port()
             + "&proxyAuthUsername={{username}}&proxyAuthPassword={{password}}", PROMPT);

        assertThat(gateway.requests().get(0).headers()).containsKeys("Authorization", "Proxy-Authorization");
        List<String> seen = everything();
        assertThat(seen).hasSizeGreaterThan(100).anyMatch(text -> text.contains("llmchat"));
        assertThat(seen.stream().filter(text -> Stream.of(KEY, PASSWORD, "me-myself", PROMPT, ANSWER).anyMatch(text::contains)))
                .isEmpty();
    }

    @Test
    void theCatalogueKnowsWhatIsSecret() throws IOException {
        JsonNode catalogue;
        try (InputStream in = getClass().getResourceAsStream("/META-INF/io/github/llmchat/llmchat.json")) {
            catalogue = new ObjectMapper().readTree(in);
        }
        List<String> secrets = new ArrayList<>();
        for (String group : new String[] { "componentProperties", "properties" }) {
            catalogue.path(group).properties().forEach(option -> {
                boolean secret = option.getValue().path("secret").asBoolean();
                if (secret) {
                    secrets.add(option.getKey());
                }
                assertThat(secret || !SECRET_NAME.matcher(option.getKey()).matches()).as(option.getKey()).isTrue();
            });
        }
        assertThat(secrets).hasSize(14).contains("apiKey", "apiKeys", "mcpServer", "proxyAuthUsername", "proxyAuthPassword",
                "additionalHeader",
                "additionalHeaders");
    }

    private List<String> everything() throws JMException {
        MBeanServer server = context.getManagementStrategy().getManagementAgent().getMBeanServer();
        Set<ObjectName> names
                = server.queryNames(new ObjectName("org.apache.camel:context=" + context.getManagementName() + ",*"), null);
        List<String> seen = new ArrayList<>();
        for (ObjectName name : names) {
            seen.add(name.toString());
            for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
                seen.add(attribute.getName() + "=" + look(() -> server.getAttribute(name, attribute.getName())));
            }
            for (MBeanOperationInfo operation : server.getMBeanInfo(name).getOperations()) {
                if (operation.getSignature().length == 0 && LOOKS.matcher(operation.getName()).matches()) {
                    seen.add(operation.getName() + "=" + look(
                            () -> server.invoke(name, operation.getName(), new Object[0], new String[0])));
                }
            }
        }
        return seen;
    }

    private interface Look {
        Object at() throws JMException;
    }

    /** Some of Camel's own attributes are for other kinds of routes, and fail. */
    private static String look(Look look) {
        try {
            Object value = look.at();
            return value instanceof Object[] array ? List.of(array).toString() : String.valueOf(value);
        } catch (JMException | RuntimeMBeanException e) {
            return e.toString();
        }
    }
}

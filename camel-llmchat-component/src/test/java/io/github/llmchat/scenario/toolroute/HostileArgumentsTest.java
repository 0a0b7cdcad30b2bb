package io.github.llmchat.scenario.toolroute;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import io.github.llmchat.model.ToolCallOutcome;
import io.github.llmchat.tool.ToolResult;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HostileArgumentsTest extends ToolScenario {

    private static final String SCHEMA = """
            {"type":"object","properties":{"CamelHttpUri":{"type":"string"},"camelfileName":{"type":"string"},\
            "org.apache.camel.X":{"type":"string"},"Host":{"type":"string"},"AUTHORIZATION":{"type":"string"},\
            "X-Forwarded-For":{"type":"string"},"JMSReplyTo":{"type":"string"},"city":{"type":"string"},\
            "count":{"type":"number","multipleOf":3}}}""";

    private final Map<String, Object> headers = new ConcurrentHashMap<>();
    private final Map<String, Object> body = new ConcurrentHashMap<>();

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("llmchat-tool:open?argSchema=RAW(" + SCHEMA + ")").process(this::remember);
                from("llmchat-tool:closed?parameter.city=string&parameter.city.required=true&parameter.host=string"
                     + "&parameter.unit=string&parameter.unit.enum=c,f&parameter.n=int").process(this::remember);
            }

            private void remember(Exchange exchange) {
                headers.putAll(exchange.getMessage().getHeaders());
                body.putAll(exchange.getMessage().getBody(Map.class));
                exchange.getMessage().setBody("ran");
            }
        };
    }

    @Test
    void setNoHeaderOfCamels() {
        answer("open", "{\"CamelHttpUri\":\"http://evil\",\"camelfileName\":\"/etc/passwd\",\"CAMELHTTPMETHOD\":\"DELETE\","
                       + "\"org.apache.camel.X\":\"x\",\"city\":\"Graz\"}");

        assertThat(headerNames()).containsExactly("CamelLlmChatToolCallId", "CamelLlmChatToolName", "city");
        assertThat(body).containsEntry("CamelHttpUri", "http://evil").containsEntry("CAMELHTTPMETHOD", "DELETE");
    }

    @Test
    void steerNoHttpOrJmsStep() {
        answer("open",
                "{\"Host\":\"evil\",\"AUTHORIZATION\":\"Bearer x\",\"X-Forwarded-For\":\"::1\",\"JMSReplyTo\":\"queue:x\"}");
        assertThat(headerNames()).containsExactly("CamelLlmChatToolCallId", "CamelLlmChatToolName");

        answer("closed", "{\"city\":\"Graz\",\"host\":\"evil\"}");
        assertThat(headerNames()).containsExactly("CamelLlmChatToolCallId", "CamelLlmChatToolName", "city");
        assertThat(body).containsEntry("host", "evil");
    }

    @Test
    void cannotRenameTheToolOrTheCall() {
        answer("open", "{\"CamelLlmChatToolName\":\"other\",\"CamelLlmChatToolCallId\":\"other\"}");

        assertThat(headers).containsEntry("CamelLlmChatToolName", "open").containsEntry("CamelLlmChatToolCallId", "call_1");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "x?timeout=1&approvalUri=direct:yes", "${header.city}", "{{sys:user.home}}", "RAW(x)", "a\\u0000b\\r\\nX: y",
            "'; drop" })
    void areDataWhateverTheyHold(String city) {
        answer("closed", "{\"city\":\"" + city + "\"}");

        String expected = city.replace("\\u0000", "\u0000").replace("\\r\\n", "\r\n");
        assertThat(body).containsEntry("city", expected);
        assertThat(headers).containsEntry("city", expected);
        assertThat(context.getEndpoints()).noneMatch(endpoint -> endpoint.getEndpointUri().contains("drop"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "[]", "null", "\"text\"", "7", "{", "{\"city\":}", "not json", "{\"city\":\"a\"} {\"city\":\"b\"}",
            "{\"city\":\"a\",\"city\":\"b\"}", "{\"city\":\"a\",\"n\":1e999999999}", "{\"city\":\"a\",\"n\":1e-999999999}",
            "{}",
            "{\"city\":5}", "{\"city\":null}", "{\"city\":\"a\",\"unit\":\"kelvin-secret\"}", "{\"city\":\"a\",\"n\":1.5}" })
    void thatDoNotFitAreRefused(String arguments) {
        ToolResult result = call("closed", arguments);

        assertThat(result.outcome()).isEqualTo(ToolCallOutcome.INVALID_ARGUMENTS);
        assertThat(result.text()).startsWith("The arguments are not what the tool takes: ").doesNotContain("kelvin-secret");
        assertThat(body).isEmpty();
    }

    @Test
    void anImmenseNumberIsNotCalculatedWith() {
        assertThat(call("open", "{\"count\":1e999999998}").outcome()).isEqualTo(ToolCallOutcome.INVALID_ARGUMENTS);
        assertThat(call("open", "{\"a\":[{\"b\":1e-999999998}]}").outcome()).isEqualTo(ToolCallOutcome.INVALID_ARGUMENTS);
    }

    @Test
    void deepOnesAreRefused() {
        int depth = 100_000;
        String deep = "{\"city\":\"Graz\",\"a\":" + "[".repeat(depth) + "]".repeat(depth) + "}";

        assertThat(call("open", deep).outcome()).isEqualTo(ToolCallOutcome.INVALID_ARGUMENTS);
        assertThat(call("open", "{\"a\":" + "[".repeat(900) + "]".repeat(900) + "}").outcome())
                .isEqualTo(ToolCallOutcome.INVALID_ARGUMENTS);
    }

    @Test
    void longOnesAreTaken() {
        answer("closed", "{\"city\":\"" + "x".repeat(3_000_000) + "\"}");

        assertThat((String) body.get("city")).hasSize(3_000_000);
    }

    private Set<String> headerNames() {
        return new TreeSet<>(headers.keySet());
    }
}

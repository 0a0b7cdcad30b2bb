package io.github.llmchat.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.llmchat.LlmChatComponent;
import io.github.llmchat.testing.RecordedRequest;
import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.ScriptedGateway;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The routes that README and docs show are run as they stand there. */
class DocumentedRoutesRunTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern YAML = Pattern.compile("```yaml\n(- route:.*?)```", Pattern.DOTALL);
    private static final Pattern JAVA = Pattern.compile("```java\n(from\\(.*?)```", Pattern.DOTALL);

    @RegisterExtension
    final ScriptedGateway gateway = new ScriptedGateway();

    record Snippet(String file, int number, String yaml) {

        @Override
        public String toString() {
            return file + " #" + number;
        }
    }

    static Stream<Snippet> yamlRoutes() throws IOException {
        List<Snippet> snippets = new ArrayList<>();
        for (String file : List.of("README.md", "docs/streaming.md")) {
            Matcher matcher = YAML.matcher(Files.readString(ROOT.resolve(file)));
            while (matcher.find()) {
                // those that are models are on the page on serving as well, and run in its test
                if (matcher.group(1).contains("uri: direct:ask")) {
                    snippets.add(new Snippet(file, snippets.size(), matcher.group(1)));
                }
            }
        }
        assertThat(snippets).hasSizeGreaterThanOrEqualTo(3);
        return snippets.stream();
    }

    @ParameterizedTest
    @MethodSource("yamlRoutes")
    void yamlRouteAnswers(Snippet snippet) throws Exception {
        gateway.alwaysAnswers(Script.sse().text("Hel", "lo").finish("stop").usage(3, 2).done());
        try (CamelContext context = context()) {
            PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("snippet.yaml", snippet.yaml()));
            context.start();

            context.createProducerTemplate().requestBody("direct:ask", "Why is the sky blue?");
        }
        RecordedRequest request = gateway.requests().get(0);
        assertThat(request.json().path("messages").path(0).path("content").asText()).isEqualTo("Why is the sky blue?");
        assertThat(request.json().path("stream").asBoolean()).isTrue();
    }

    @Test
    void javaRouteOfTheReadmeIsTheOneThatIsRun() throws Exception {
        Matcher readme = JAVA.matcher(Files.readString(ROOT.resolve("README.md")));
        assertThat(readme.find()).isTrue();
        String source = Files.readString(
                Path.of("src/test/java", ReadmeJavaRoute.class.getName().replace('.', '/') + ".java"));
        assertThat(source.replaceAll("\\s+", "")).contains(readme.group(1).replaceAll("\\s+", ""));
        gateway.alwaysAnswers(Script.sse().text("Hel", "lo").finish("stop").usage(3, 2).done());
        try (CamelContext context = context()) {
            context.addRoutes(new ReadmeJavaRoute());
            context.start();

            context.createProducerTemplate().requestBody("direct:ask", "Why is the sky blue?");
        }
        assertThat(gateway.requests().get(0).body()).contains("Answer in one paragraph.");
    }

    private CamelContext context() {
        CamelContext context = new DefaultCamelContext();
        LlmChatComponent component = context.getComponent("llmchat", LlmChatComponent.class);
        component.getConfiguration().setBaseUrl(gateway.baseUrl());
        return context;
    }
}

package io.github.llmchat.scenario.result;

import io.github.llmchat.scenario.request.OneCallScenario;
import io.github.llmchat.testing.Script;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LogsShowTheTextTest extends OneCallScenario {

    private final LogLines lines = new LogLines("answers", Level.INFO);

    @BeforeEach
    void listen() {
        lines.start();
    }

    @AfterEach
    void stopListening() {
        lines.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = { "message", "completion", "text" })
    void ofAnAnswer(String output) throws Exception {
        RouteBuilder.addRoutes(context, routes -> logged(routes.from("direct:answer").to(uri("gpt-4o", "output=" + output))));

        template.requestBody("direct:answer", "hi");

        assertThat(lines.messages()).hasSize(2);
        assertThat(lines.messages().get(0)).contains("Body: Hello");
        assertThat(lines.messages().get(1)).isEqualTo("Answer: Hello");
    }

    @Test
    void ofAChunk() throws Exception {
        gateway.willAnswer(Script.sse().text("Hello").done());
        RouteBuilder.addRoutes(context, routes -> {
            routes.from("direct:chunks").to(uri("gpt-4o", "chunksTo=direct:chunk"));
            logged(routes.from("direct:chunk"));
        });

        template.requestBody("direct:chunks", "hi");

        assertThat(lines.messages().get(0)).contains("Body: Hello");
        assertThat(lines.messages().get(1)).isEqualTo("Answer: Hello");
    }

    private static void logged(ProcessorDefinition<?> route) {
        route.to("log:answers?showBodyType=false").log(LoggingLevel.INFO, "answers", "Answer: ${body}");
    }
}

package io.github.llmchat.scenario.toolroute;

import io.github.llmchat.model.ToolCallOutcome;
import io.github.llmchat.tool.ToolResult;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ToolsThatFailTest extends ToolScenario {

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("llmchat-tool:fails").throwException(IllegalStateException.class, "password=hunter2");
                from("llmchat-tool:dies").process(exchange -> {
                    throw new NoClassDefFoundError("hunter2");
                });
                from("llmchat-tool:explains")
                        .doTry().throwException(IllegalStateException.class, "password=hunter2")
                        .doCatch(IllegalStateException.class).setBody(constant("The shop is closed."))
                        .end();
                from("llmchat-tool:handles")
                        .onException(Exception.class).handled(true).setBody(constant("The shop is closed.")).end()
                        .throwException(IllegalStateException.class, "password=hunter2");
            }
        };
    }

    @Test
    void tellTheModelNothingOfTheException() {
        ToolResult result = call("fails", "{}");

        assertThat(result.outcome()).isEqualTo(ToolCallOutcome.FAILED);
        assertThat(result.text()).isEqualTo("The tool failed.");
        assertThat(result.cause()).isInstanceOf(IllegalStateException.class).hasMessage("password=hunter2");
        assertThat(context.getInflightRepository().size()).isZero();
    }

    @Test
    void ofErrorsToo() {
        ToolResult result = call("dies", "{}");

        assertThat(result.outcome()).isEqualTo(ToolCallOutcome.FAILED);
        assertThat(result.text()).isEqualTo("The tool failed.");
    }

    @Test
    void andSayMoreIfTheRouteHandlesIt() {
        assertThat(answer("explains", "{}")).isEqualTo("The shop is closed.");
        assertThat(answer("handles", "{}")).isEqualTo("The shop is closed.");
    }
}

package io.github.llmchat.scenario.tools;

import io.github.llmchat.scenario.stream.Got;
import io.github.llmchat.scenario.stream.Way;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class ResultsOfDirectToolsAreTheAnswerTest extends ToolScenario {

    @Override
    protected void routes(RouteBuilder builder) {
        builder.from("llmchat-tool:report?tags=t&returnDirect=true").setBody().constant("Report of May");
    }

    @ParameterizedTest
    @EnumSource
    void withoutAFurtherRequest(Way way) throws Exception {
        gateway.willAnswer(asks(way, "c1 report {}"));

        Got got = take(way, "tags=t");

        assertThat(got.failure()).isNull();
        assertThat(got.text()).isEqualTo("Report of May");
        assertThat(got.completion().text()).isEqualTo("Report of May");
        assertThat(got.completion().finishReason()).isEqualTo("stop");
        assertThat(got.completion().usage().totalTokens()).isEqualTo(15L);
        assertThat(requests()).hasSize(1);
    }
}

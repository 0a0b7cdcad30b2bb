package io.github.llmchat.scenario.server;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.llmchat.testing.Script;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A client is not told of calls that the route itself has run: it would take them for its own. */
class ToolsOfTheRouteAreNotTheClientsTest extends ServerScenario {

    @Override
    protected void routes(RouteBuilder builder) {
        builder.from("llmchat:desk").to(llmchat("tags=t"));
        builder.from("llmchat-tool:look?tags=t").setBody().constant("found");
    }

    @Test
    void inAStreamTheyArePassedOver() throws Exception {
        gateway.willAnswer(
                Script.sse().text("Wait. ").toolCall(0, "c1", "look", "{}").finish("tool_calls").usage(10, 5).done(),
                Script.sse().text("Here").finish("stop").usage(20, 7).done());

        List<String> events = events(send(chat(asks("desk", ",\"stream\":true,\"stream_options\":{\"include_usage\":true}")))
                .body());

        assertThat(String.join("", events)).doesNotContain("tool_calls");
        assertThat(events).filteredOn(event -> event.contains("\"finish_reason\":\"stop\"")).hasSize(1);
        List<JsonNode> usages = events.stream().filter(event -> event.contains("\"prompt_tokens\"")).map(this::read).toList();
        assertThat(usages).singleElement().satisfies(
                usage -> assertThat(usage.at("/usage/total_tokens").asInt()).as("of both rounds").isEqualTo(42));
        assertThat(events).endsWith("[DONE]");
        assertThat(gateway.requests()).hasSize(2);
    }

    @Test
    void inAWholeAnswerThereIsTheLastOne() throws Exception {
        gateway.willAnswer(
                Script.json("{\"choices\":[{\"finish_reason\":\"tool_calls\",\"message\":{\"tool_calls\":[{\"id\":\"c1\","
                            + "\"type\":\"function\",\"function\":{\"name\":\"look\",\"arguments\":\"{}\"}}]}}]}"),
                Script.answer("Here"));

        JsonNode answer = read(send(chat(asks("desk", ""))).body());

        assertThat(answer.at("/choices/0/message/content").asText()).isEqualTo("Here");
        assertThat(answer.at("/choices/0/message/tool_calls").isMissingNode()).isTrue();
    }

    private JsonNode read(String text) {
        try {
            return json(text);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}

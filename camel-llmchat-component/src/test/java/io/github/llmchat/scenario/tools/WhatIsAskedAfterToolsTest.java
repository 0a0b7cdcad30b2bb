package io.github.llmchat.scenario.tools;

import io.github.llmchat.error.OutputSchemaException;
import io.github.llmchat.scenario.stream.Way;
import io.github.llmchat.testing.Script;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WhatIsAskedAfterToolsTest extends ToolScenario {

    private static final String SCHEMA = "jsonSchema=RAW({\"type\":\"object\",\"properties\":{\"n\":{\"type\":\"integer\"}},"
                                         + "\"required\":[\"n\"]})";

    @Override
    protected void routes(RouteBuilder builder) {
        builder.from("llmchat-tool:fine?tags=t").setBody().constant("fine");
        // a tool that asks a model itself, at the same gateway
        builder.from("llmchat-tool:nested?tags=nested").setBody().constant("a question").to(llmchat("maxConcurrentRequests=1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "required", "RAW({\"type\":\"function\",\"function\":{\"name\":\"fine\"}})" })
    void aChoiceThatForcesAToolCountsOnce(String choice) {
        gateway.willAnswer(whole(null, "c1 fine {}"), answers(Way.PLAIN, "Done"));

        Exchange exchange = ask(llmchat("tags=t&toolChoice=" + choice));

        assertThat(exchange.getException()).isNull();
        assertThat(sent(0).path("tool_choice").asText("object")).isNotEqualTo("auto");
        assertThat(sent(1).path("tool_choice").asText()).isEqualTo("auto");
    }

    @Test
    void reasoningGoesBackAsItMust() {
        gateway.willAnswer(
                Script.json(
                        "{\"choices\":[{\"finish_reason\":\"tool_calls\",\"message\":{\"role\":\"assistant\",\"content\":null,"
                            + "\"reasoning\":\"hm\",\"tool_calls\":[{\"id\":\"c1\",\"type\":\"function\",\"function\":"
                            + "{\"name\":\"fine\",\"arguments\":\"{}\"},\"extra_content\":{\"thought_signature\":\"s\"}}]}}]}"),
                answers(Way.PLAIN, "Done"));

        ask(llmchat("tags=t&replayReasoning=reasoning_content&toolCallContent=empty"));

        assertThat(messages(1).get(1).path("reasoning_content").asText()).isEqualTo("hm");
        assertThat(messages(1).get(1).has("reasoning")).isFalse();
        assertThat(messages(1).get(1).path("content").asText("none")).isEmpty();
        assertThat(messages(1).get(1).path("tool_calls").get(0).path("extra_content").path("thought_signature").asText())
                .isEqualTo("s");
    }

    @Test
    void aTypedAnswerIsRepairedWithTheResultsOfTheToolsAtHand() {
        gateway.willAnswer(whole(null, "c1 fine {}"), answers(Way.PLAIN, "{\"n\":\"x\"}"), answers(Way.PLAIN, "{\"n\":1}"));

        Exchange exchange = ask(llmchat("tags=t&" + SCHEMA));

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(String.class)).isEqualTo("{\"n\":1}");
        assertThat(messages(2)).as("question, call, result, answer, complaint").hasSize(5);
        assertThat(exchange.getMessage().getHeader("CamelLlmChatTotalTokens")).isEqualTo(45L);
        assertThat(exchange.getMessage().getHeader("CamelLlmChatRepairs")).isEqualTo(1L);
        assertThat(exchange.getMessage().getHeader("CamelLlmChatToolIterations")).isEqualTo(1L);
    }

    @Test
    void aRepairMayCallToolsAgain() {
        gateway.willAnswer(answers(Way.PLAIN, "no JSON"), whole(null, "c1 fine {}"), answers(Way.PLAIN, "{\"n\":1}"));

        Exchange exchange = ask(llmchat("tags=t&" + SCHEMA));

        assertThat(exchange.getException()).isNull();
        assertThat(messages(2)).hasSize(5);
        assertThat(exchange.getMessage().getHeader("CamelLlmChatTotalTokens")).isEqualTo(45L);
    }

    @Test
    void anAnswerThatCannotBeRepairedHasTheConversation() {
        gateway.willAnswer(whole(null, "c1 fine {}"), answers(Way.PLAIN, "no JSON"));

        Exchange exchange = ask(llmchat("tags=t&maxRepairs=0&" + SCHEMA));

        assertThat(exchange.getException(OutputSchemaException.class).conversation()).hasSize(3);
    }

    @Test
    void aToolMayAskTheSameGatewayThoughItTakesOneRequestAtATime() {
        gateway.willAnswer(whole(null, "c1 nested {}"), answers(Way.PLAIN, "an answer"), answers(Way.PLAIN, "Done"));

        Exchange exchange = ask(llmchat("tags=nested&maxConcurrentRequests=1"));

        assertThat(exchange.getException()).isNull();
        assertThat(results(2)).containsExactly("an answer");
    }

    @Test
    void aBodyThatIsAWholeRequestGoesOnAsItIs() {
        gateway.willAnswer(whole("Wait.", "c1 fine {}"), answers(Way.PLAIN, "Done"));

        Exchange exchange = template.request(llmchat("tags=t"), it -> it.getMessage().setBody(
                io.github.llmchat.model.ChatRequest.fromJson(
                        "{\"messages\":[{\"role\":\"user\",\"content\":\"x\",\"extra\":1}],\"vendor_field\":{\"a\":1.50}}")));

        assertThat(exchange.getException()).isNull();
        assertThat(gateway.requests().get(1).body()).contains("\"extra\":1").contains("\"vendor_field\":{\"a\":1.50}")
                .contains("\"content\":\"Wait.\"");
    }
}

package io.github.llmchat.scenario.tools;

import java.util.List;
import java.util.Map;

import io.github.llmchat.LlmChatConstants;
import io.github.llmchat.error.BadRequestException;
import io.github.llmchat.model.ChatMessage;
import io.github.llmchat.model.ToolCall;
import io.github.llmchat.scenario.stream.Got;
import io.github.llmchat.scenario.stream.Way;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.processor.aggregate.GroupedBodyAggregationStrategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Tools given as JSON, and autoToolExecution=false: the calls are the body, and one step sends the results back. */
class CallersRunTheirOwnToolsTest extends ToolScenario {

    private static final String TOOLS
            = "tools=RAW([{\"type\":\"function\",\"function\":{\"name\":\"theirs\",\"parameters\":{\"type\":\"object\"}}}])";

    @Override
    protected void routes(RouteBuilder builder) {
        builder.from("llmchat-tool:ours?tags=t").setBody().constant("from our route");
        builder.from("direct:manual")
                .to(llmchat("tags=t&autoToolExecution=false"))
                .split(builder.body(), new GroupedBodyAggregationStrategy())
                .setBody().simple("result of ${body.name} ${body.arguments}")
                .end()
                .to(llmchat("operation=toolResults&tags=t&autoToolExecution=false"));
        builder.from("direct:back").to(llmchat("operation=toolResults"));
    }

    @Test
    void callsAreTheBodyAndOneStepSendsTheResultsBack() {
        gateway.willAnswer(whole(null, "c1 ours {\"a\":1}", "c2 ours {\"a\":2}"), answers(Way.PLAIN, "Done"));

        Exchange exchange = ask("direct:manual");

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(String.class)).isEqualTo("Done");
        assertThat(exchange.getProperty(LlmChatConstants.CONVERSATION)).as("nothing is left to be answered").isNull();
        assertThat(messages(1)).hasSize(4);
        assertThat(results(1)).containsExactly("result of ours {\"a\":1}", "result of ours {\"a\":2}");
        assertThat(messages(1).get(3).path("tool_call_id").asText()).isEqualTo("c2");
    }

    @ParameterizedTest
    @EnumSource(names = { "PLAIN", "WHOLE" })
    void ofMixedCallsOnlyTheirsAreTheBodyAndOursAreRun(Way way) {
        gateway.willAnswer(asks(way, "c1 theirs {}", "c2 ours {}"), answers(way, "Done"));
        String streaming = way == Way.WHOLE ? "&streaming=true&output=text" : "";

        Exchange exchange = ask(llmchat("tags=t&" + TOOLS + streaming));

        assertThat(exchange.getException()).isNull();
        List<?> calls = exchange.getMessage().getBody(List.class);
        assertThat(calls).hasSize(1);
        assertThat(((ToolCall) calls.get(0)).id()).isEqualTo("c1");
        exchange.getMessage().setBody("from the caller");
        Exchange answered = template.send(llmchat("operation=toolResults&tags=t&" + TOOLS + streaming), exchange);
        assertThat(answered.getException()).isNull();
        assertThat(answered.getMessage().getBody(String.class)).isEqualTo("Done");
        assertThat(results(1)).containsExactlyInAnyOrder("from our route", "from the caller");
    }

    @ParameterizedTest
    @EnumSource
    void inEveryWayTheAnswerHasTheCalls(Way way) throws Exception {
        gateway.willAnswer(asks(way, "c1 theirs {}"));

        Got got = take(way, TOOLS);

        assertThat(got.failure()).isNull();
        assertThat(got.completion().toolCalls()).extracting(ToolCall::id).containsExactly("c1");
        List<?> conversation = got.exchange().getProperty(LlmChatConstants.CONVERSATION, List.class);
        assertThat(conversation).hasSize(2);
    }

    @Test
    void resultsMayComeByTheirIdsOrAsMessages() {
        Exchange exchange = asked();
        exchange.getMessage().setBody(Map.of("c2", Map.of("n", 2), "c1", 1));
        gateway.willAnswer(answers(Way.PLAIN, "Done"));

        template.send("direct:back", exchange);

        assertThat(exchange.getException()).isNull();
        assertThat(results(1)).containsExactly("1", "{\"n\":2}");

        Exchange second = asked();
        second.getMessage().setBody(List.of(ChatMessage.tool("c2", "two"), ChatMessage.tool("c1", "one")));
        gateway.willAnswer(answers(Way.PLAIN, "Done"));
        template.send("direct:back", second);
        assertThat(results(3)).containsExactly("two", "one");
    }

    @Test
    void tooFewResultsAreNotSent() {
        Exchange exchange = asked();
        exchange.getMessage().setBody(List.of("one"));

        template.send("direct:back", exchange);

        assertThat(exchange.getException()).isInstanceOf(BadRequestException.class)
                .hasMessageContaining("1 results").hasMessageContaining("2 calls");
    }

    @Test
    void resultsWithoutCallsAreNotSent() {
        assertThat(ask("direct:back").getException()).isInstanceOf(BadRequestException.class)
                .hasMessageContaining("operation=toolResults").hasMessageContaining("CamelLlmChatConversation");
    }

    @Test
    void aNameCannotBeBoth() {
        Exchange exchange = ask(llmchat("tags=t&" + TOOLS.replace("theirs", "ours")));

        assertThat(exchange.getException()).isInstanceOf(BadRequestException.class).hasMessageContaining("ours");
        assertThat(requests()).isEmpty();
    }

    @Test
    void severalAnswersCannotGoOn() {
        Exchange exchange = ask(llmchat("tags=t&n=2"));

        assertThat(exchange.getException()).isInstanceOf(BadRequestException.class).hasMessageContaining("n=2");
        assertThat(requests()).isEmpty();
    }

    private Exchange asked() {
        gateway.willAnswer(whole(null, "c1 theirs {}", "c2 theirs {}"));
        return ask(llmchat(TOOLS));
    }
}

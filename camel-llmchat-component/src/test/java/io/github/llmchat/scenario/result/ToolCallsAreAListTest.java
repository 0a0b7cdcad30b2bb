package io.github.llmchat.scenario.result;

import java.util.List;

import io.github.llmchat.model.ChatMessage;
import io.github.llmchat.model.ToolCall;
import io.github.llmchat.scenario.request.OneCallScenario;
import io.github.llmchat.testing.Script;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

class ToolCallsAreAListTest extends OneCallScenario {

    private static final Script WHOLE = Script.json("""
            {"choices":[{"index":0,"message":{"role":"assistant","content":null,"tool_calls":[
            {"id":"c1","type":"function","function":{"name":"weather","arguments":"{\\"city\\":\\"Bern\\"}"}},
            {"id":"c2","type":"function","function":{"name":"time","arguments":"{}"}}]},"finish_reason":"tool_calls"}]}""");

    private static final Script STREAMED = Script.sse().toolCall(0, "c1", "weather", "{\"city\":", "\"Bern\"}")
            .toolCall(1, "c2", "time", "{}").finish("tool_calls").done();

    @Test
    void ofAWholeAnswer() {
        gateway.willAnswer(WHOLE);

        assertCalls(call(uri("gpt-4o"), "hi"));
    }

    @Test
    void ofAStream() {
        gateway.willAnswer(STREAMED);

        assertCalls(call(uri("gpt-4o", "streaming=true", "output=text"), "hi"));
    }

    @Test
    void inAMessageTheyCanBeSentBack() {
        gateway.willAnswer(STREAMED);
        ChatMessage answer = call(uri("gpt-4o", "streaming=true", "output=message"), "hi").getMessage()
                .getBody(ChatMessage.class);

        call(uri("gpt-4o"), List.of(ChatMessage.user("hi"), answer, ChatMessage.tool("c1", "sunny")));

        assertThat(gateway.requests().get(1).json().at("/messages/1/tool_calls")).hasToString("""
                [{"id":"c1","type":"function","function":{"name":"weather","arguments":"{\\"city\\":\\"Bern\\"}"}},\
                {"id":"c2","type":"function","function":{"name":"time","arguments":"{}"}}]""");
    }

    private static void assertCalls(Exchange exchange) {
        assertThat(exchange.getMessage().getBody()).asInstanceOf(list(ToolCall.class)).satisfiesExactly(
                first -> {
                    assertThat(first.id()).isEqualTo("c1");
                    assertThat(first.name()).isEqualTo("weather");
                    assertThat(first.arguments()).isEqualTo("{\"city\":\"Bern\"}");
                },
                second -> assertThat(second.name()).isEqualTo("time"));
        assertThat(exchange.getMessage().getHeader("CamelLlmChatFinishReason")).isEqualTo("tool_calls");
    }
}

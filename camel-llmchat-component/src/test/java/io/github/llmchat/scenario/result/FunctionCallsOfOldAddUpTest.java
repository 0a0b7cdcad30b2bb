package io.github.llmchat.scenario.result;

import java.util.List;

import io.github.llmchat.model.ChatMessage;
import io.github.llmchat.scenario.request.OneCallScenario;
import io.github.llmchat.testing.Script;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Who still sends {@code functions} gets {@code function_call}, which a stream brings in pieces. */
class FunctionCallsOfOldAddUpTest extends OneCallScenario {

    private static final String CALL = "{\"name\":\"weather\",\"arguments\":\"{\\\"city\\\":\\\"Bern\\\"}\",\"x_sig\":\"s\"}";
    private static final String FUNCTIONS = "additionalBody=RAW({\"functions\":[{\"name\":\"weather\"}]})";

    @Test
    void ofAStream() {
        gateway.willAnswer(Script.sse()
                .delta(0,
                        "{\"role\":\"assistant\",\"content\":null,\"function_call\":{\"name\":\"weather\",\"arguments\":\"\"}}")
                .delta(0, "{\"function_call\":{\"arguments\":\"{\\\"city\\\":\"}}")
                .delta(0, "{\"function_call\":{\"name\":\"\",\"arguments\":\"\\\"Bern\\\"}\",\"x_sig\":\"s\"}}")
                .delta(0, "{\"function_call\":null}").done());

        assertGoesBack(call(uri("gpt-4", FUNCTIONS, "streaming=true", "output=message"), "hi"));
    }

    @Test
    void ofAWholeAnswer() {
        gateway.willAnswer(Script.json("{\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":null,\"function_call\":"
                                       + CALL + "},\"finish_reason\":\"function_call\"}]}"));

        assertGoesBack(call(uri("gpt-4", FUNCTIONS, "output=message"), "hi"));
    }

    private void assertGoesBack(Exchange exchange) {
        ChatMessage message = exchange.getMessage().getBody(ChatMessage.class);
        assertThat(exchange.getMessage().getHeader("CamelLlmChatFinishReason")).isEqualTo("function_call");

        call(uri("gpt-4", FUNCTIONS), List.of(ChatMessage.user("hi"), message));

        assertThat(gateway.requests().get(1).json().at("/messages/1"))
                .hasToString("{\"role\":\"assistant\",\"content\":null,\"function_call\":" + CALL + "}");
    }
}

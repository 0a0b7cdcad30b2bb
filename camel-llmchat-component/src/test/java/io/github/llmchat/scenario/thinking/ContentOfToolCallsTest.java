package io.github.llmchat.scenario.thinking;

import java.util.List;
import java.util.stream.Stream;

import io.github.llmchat.model.ChatMessage;
import io.github.llmchat.scenario.request.OneCallScenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class ContentOfToolCallsTest extends OneCallScenario {

    private static final String CALLS
            = "\"tool_calls\":[{\"id\":\"call_1\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}]";
    private static final String NULL = "{\"role\":\"assistant\",\"content\":null," + CALLS + "}";
    private static final String EMPTY = "{\"role\":\"assistant\",\"content\":\"\"," + CALLS + "}";
    private static final String ABSENT = "{\"role\":\"assistant\"," + CALLS + "}";
    private static final String ABSENT_THEN_EMPTY = "{\"role\":\"assistant\"," + CALLS + ",\"content\":\"\"}";

    /** The option, the message as it was received, and as it is sent. */
    static Stream<Arguments> messages() {
        return Stream.of(
                arguments("asGiven", NULL, NULL), arguments("asGiven", EMPTY, EMPTY), arguments("asGiven", ABSENT, ABSENT),
                arguments("empty", NULL, EMPTY), arguments("empty", EMPTY, EMPTY),
                arguments("empty", ABSENT, ABSENT_THEN_EMPTY), arguments("absent", NULL, ABSENT),
                arguments("absent", EMPTY, ABSENT), arguments("absent", ABSENT, ABSENT));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void asTheGatewayWantsIt(String option, String received, String expected) {
        call(uri("gpt-4o", "toolCallContent=" + option),
                List.of(ChatMessage.user("Do"), ChatMessage.fromJson(received), ChatMessage.tool("call_1", "done")));

        assertThat(onlyRequest().json().path("messages")).hasToString(
                "[{\"role\":\"user\",\"content\":\"Do\"}," + expected
                                                                      + ",{\"role\":\"tool\",\"tool_call_id\":\"call_1\","
                                                                      + "\"content\":\"done\"}]");
    }

    @Test
    void asGivenUnlessSaidOtherwise() {
        call(uri("gpt-4o"), ChatMessage.fromJson(NULL));

        assertThat(onlyRequest().json().path("messages").path(0)).hasToString(NULL);
    }

    @ParameterizedTest
    @ValueSource(strings = { "empty", "absent" })
    void textBesideTheCallsStays(String option) {
        String spoken = EMPTY.replace("\"\"", "\"Let me see\"");

        call(uri("gpt-4o", "toolCallContent=" + option), ChatMessage.fromJson(spoken));

        assertThat(onlyRequest().json().path("messages").path(0)).hasToString(spoken);
    }

    @ParameterizedTest
    @ValueSource(strings = { "empty", "absent" })
    void messagesWithoutCallsStay(String option) {
        String silent = "{\"role\":\"assistant\",\"content\":null}";

        call(uri("gpt-4o", "toolCallContent=" + option), ChatMessage.fromJson(silent));

        assertThat(onlyRequest().json().path("messages").path(0)).hasToString(silent);
    }
}

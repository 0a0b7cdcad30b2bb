package io.github.llmchat.stream;

import java.nio.charset.StandardCharsets;

import io.github.llmchat.error.ChatException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A whole completion may be wrapped into one event; unwrapping further, a gateway could choose how deep we recurse. */
class EventsWithinEventsTest {

    private static final String COMPLETION
            = "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"hi\"},\"finish_reason\":\"stop\"}]}";

    @Test
    void areUnwrappedOnce() {
        assertThat(WholeAnswer.read(bytes("data: " + COMPLETION + "\n\n"), AnswerHead.NONE).text()).isEqualTo("hi");
    }

    @Test
    void areNotUnwrappedTwice() {
        byte[] twice = bytes("data:data:" + COMPLETION + "\ndata:\n\n");

        assertThatThrownBy(() -> WholeAnswer.read(twice, AnswerHead.NONE)).isInstanceOf(ChatException.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package io.github.llmchat.scenario.thinking;

import java.util.List;
import java.util.stream.Stream;

import io.github.llmchat.model.ChatMessage;
import io.github.llmchat.scenario.request.OneCallScenario;
import io.github.llmchat.testing.Script;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class ReasoningGoesBackAsItMustTest extends OneCallScenario {

    private static final String CONTENT = "\"reasoning_content\":\"because\"";
    private static final String PLAIN = "\"reasoning\":\"because\"";
    private static final String DETAILS = "\"reasoning_details\":[{\"type\":\"reasoning.text\",\"text\":\"because\"}]";
    private static final String ENCRYPTED = "\"reasoning_details\":[{\"type\":\"reasoning.encrypted\",\"data\":\"x\"}]";

    /** The option, the fields as they were received, and the fields as they are sent. */
    static Stream<Arguments> replays() {
        return Stream.of(
                arguments("asReceived", CONTENT, CONTENT),
                arguments("asReceived", PLAIN, PLAIN),
                arguments("asReceived", DETAILS, DETAILS),
                arguments("asReceived", PLAIN + "," + DETAILS, PLAIN + "," + DETAILS),
                arguments("none", CONTENT, ""),
                arguments("none", PLAIN + "," + DETAILS, ""),
                arguments("none", ENCRYPTED, ""),
                arguments("reasoning_content", CONTENT, CONTENT),
                arguments("reasoning_content", PLAIN, CONTENT),
                arguments("reasoning_content", DETAILS, CONTENT),
                arguments("reasoning_content", PLAIN + "," + DETAILS, CONTENT),
                arguments("reasoning_content", CONTENT + "," + PLAIN, CONTENT),
                arguments("reasoning_content", ENCRYPTED, ""),
                arguments("reasoning_content", "\"reasoning_content\":\"\"", "\"reasoning_content\":\"\""),
                arguments("reasoning_content", "\"reasoning\":null", ""),
                arguments("reasoning", CONTENT, PLAIN),
                arguments("reasoning", PLAIN, PLAIN),
                arguments("reasoning", DETAILS, PLAIN),
                arguments("reasoning", CONTENT + "," + PLAIN, PLAIN),
                arguments("reasoning", "\"reasoning_content\":null," + PLAIN, PLAIN));
    }

    @ParameterizedTest
    @MethodSource("replays")
    void inAConversation(String option, String received, String expected) {
        List<ChatMessage> talk = List.of(ChatMessage.user("Why?"), assistant(received), ChatMessage.user("Sure?"));

        call(uri("deepseek-v4", "replayReasoning=" + option), talk);

        String fields = expected.isEmpty() ? "" : "," + expected;
        assertThat(onlyRequest().json().path("messages")).hasToString(
                "[{\"role\":\"user\",\"content\":\"Why?\"},{\"role\":\"assistant\",\"content\":\"So.\"" + fields
                                                                      + "},{\"role\":\"user\",\"content\":\"Sure?\"}]");
    }

    @Test
    void unchangedUnlessSaidOtherwise() {
        call(uri("deepseek-v4"), assistant(CONTENT + "," + DETAILS));

        assertThat(onlyRequest().json().path("messages").path(0)).hasToString(
                "{\"role\":\"assistant\",\"content\":\"So.\"," + CONTENT + "," + DETAILS + "}");
    }

    @Test
    void whatOthersSayIsLeftAlone() {
        String said = "{\"role\":\"user\",\"content\":\"Why?\",\"reasoning\":\"mine\"}";

        call(uri("deepseek-v4", "replayReasoning=none"), ChatMessage.fromJson(said));

        assertThat(onlyRequest().json().path("messages").path(0)).hasToString(said);
    }

    @Test
    void thinkingInPartsOfTheContentStaysThere() {
        String said = "{\"role\":\"assistant\",\"content\":[{\"type\":\"thinking\",\"thinking\":[{\"type\":\"text\","
                      + "\"text\":\"because\"}]},{\"type\":\"text\",\"text\":\"So.\"}]}";

        call(uri("magistral", "replayReasoning=reasoning_content"), ChatMessage.fromJson(said));

        assertThat(onlyRequest().json().path("messages").path(0)).hasToString(said);
    }

    @Test
    void theMessageThatIsSentIsACopy() {
        ChatMessage said = assistant(CONTENT);

        call(uri("deepseek-v4", "replayReasoning=none"), said);

        assertThat(said.reasoningContent()).isEqualTo("because");
    }

    @Test
    void anAnswerWhoseThinkingWasTakenOutGoesBackAsReasoning() {
        gateway.willAnswer(Script.answer("<think>because</think>So."));
        Exchange first = call(uri("qwen3", "stripThinking=true", "output=message"), "Why?");

        call(uri("qwen3"), List.of(first.getMessage().getBody(ChatMessage.class), ChatMessage.user("Sure?")));

        assertThat(gateway.requests().get(1).body())
                .contains("{\"role\":\"assistant\",\"content\":\"So.\",\"refusal\":null," + CONTENT + "}");
    }

    private static ChatMessage assistant(String fields) {
        return ChatMessage.fromJson("{\"role\":\"assistant\",\"content\":\"So.\"," + fields + "}");
    }
}

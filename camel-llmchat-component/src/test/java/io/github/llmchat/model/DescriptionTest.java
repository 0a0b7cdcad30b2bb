package io.github.llmchat.model;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DescriptionTest {

    private static final String SECRET = "the secret";

    @Test
    void descriptionsTellLengthsAndNoTexts() throws Exception {
        String message = "{\"role\":\"assistant\",\"content\":\"" + SECRET + "\",\"reasoning\":\"" + SECRET
                         + "\",\"tool_calls\":[{\"id\":\"t\",\"function\":{\"name\":\"f\",\"arguments\":\"" + SECRET + "\"}}]}";
        ChatCompletion completion = ChatCompletion.fromJson("{\"id\":\"c\",\"choices\":[{\"message\":" + message + "}]}");
        ChatChunk chunk = ChatChunk.read(
                ("{\"choices\":[{\"delta\":" + message + "}]}").getBytes(StandardCharsets.UTF_8), 4);
        ApiError error = ApiError.fromBody(
                ("{\"error\":{\"message\":\"" + SECRET + "\",\"code\":1}}").getBytes(StandardCharsets.UTF_8));
        List<Object> all = List.of(
                completion, completion.message(), completion.choices(), completion.toolCalls(), chunk, chunk.choices(),
                chunk.toolCallDeltas(), ChatChunk.closing(completion, 5), ChatRequest.of(ChatMessage.user(SECRET)), error);

        assertThat(all).extracting(Object::toString).noneMatch(text -> text.contains(SECRET)).containsExactly(
                "ChatCompletion[id=c, model=null, finishReason=null, 10 characters]",
                "ChatMessage[role=assistant, 10 characters]",
                "[Choice[index=0, finishReason=null, 10 characters]]",
                "[ToolCall[id=t, name=f, 10 characters of arguments]]",
                "ChatChunk[index=4, choiceIndex=0, finishReason=null, 10 characters]",
                "[ChoiceDelta[index=0, finishReason=null, 10 characters]]",
                "[ToolCallDelta[index=null, id=t, name=f, 10 characters of arguments]]",
                "ChatChunk[index=5, choiceIndex=0, finishReason=null, closing]",
                "ChatRequest[model=null, 1 messages]",
                "ApiError[type=null, code=1, param=null]");
    }

    @Test
    void usageShowsItsNumbers() {
        assertThat(ChatCompletion.fromJson("{\"usage\":{\"prompt_tokens\":1,\"total_tokens\":3}}").usage())
                .hasToString("Usage[promptTokens=1, completionTokens=null, totalTokens=3]");
    }
}

package io.github.llmchat.clients;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.model.output.FinishReason;
import io.github.llmchat.testing.Script;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LangChain4jTalksToRoutesTest extends ClientScenario {

    private final StringBuilder partial = new StringBuilder();

    @Test
    void wholeAnswers() {
        assertThat(model("org/echo", KEY).chat("hello")).isEqualTo("You said: hello");

        gateway.willAnswer(Script.answer("from the gateway"));
        ChatResponse passed = model("up", KEY).chat(ask());
        assertThat(passed.aiMessage().text()).isEqualTo("from the gateway");
        assertThat(passed.tokenUsage().totalTokenCount()).isEqualTo(15);
        assertThat(passed.finishReason()).isEqualTo(FinishReason.STOP);
    }

    @Test
    void streams() throws Exception {
        assertThat(streamed("pieces", KEY, ask(), null).aiMessage().text()).isEqualTo("one two three");
        assertThat(streamed("org/echo", KEY, ask(), null).aiMessage().text()).isEqualTo("You said: hello");

        gateway.willAnswer(Script.sse().role().text("a", "b").finish("length").usage(3, 4).done());
        ChatResponse passed = streamed("up", KEY, ask(), null);
        assertThat(passed.aiMessage().text()).isEqualTo("ab");
        assertThat(passed.tokenUsage().totalTokenCount()).isEqualTo(7);
        assertThat(passed.finishReason()).isEqualTo(FinishReason.LENGTH);
    }

    @Test
    void chunksAsTheyComeAndKeepAlivesInBetween() throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        gateway.willAnswer(Script.sse().text("a").hold(seen).text("b").finish("stop").done());

        assertThat(streamed("lively", KEY, ask(), seen).aiMessage().text()).isEqualTo("ab");
        assertThat(partial).hasToString("ab");
    }

    @Test
    void toolCalls() throws Exception {
        gateway.willAnswer(Script.json(WHOLE_CALL),
                Script.sse().role().toolCall(0, "call_1", "get_weather", "{\"city\":", "\"Oslo\"}").finish("tool_calls")
                        .done());
        ToolSpecification weather = ToolSpecification.builder().name("get_weather")
                .parameters(JsonObjectSchema.builder().addStringProperty("city").build()).build();
        ChatRequest request = ChatRequest.builder().messages(UserMessage.from("hello")).toolSpecifications(weather).build();

        for (ChatResponse each : List.of(model("up", KEY).chat(request), streamed("up", KEY, request, null))) {
            assertThat(each.aiMessage().toolExecutionRequests()).singleElement().satisfies(call -> {
                assertThat(call.id()).isEqualTo("call_1");
                assertThat(call.name()).isEqualTo("get_weather");
                assertThat(call.arguments()).isEqualTo("{\"city\":\"Oslo\"}");
            });
            assertThat(each.finishReason()).isEqualTo(FinishReason.TOOL_EXECUTION);
        }
    }

    @Test
    void errorsAsItsOwnExceptions() {
        assertThatThrownBy(() -> model("up", "wrong").chat("hello")).isInstanceOf(AuthenticationException.class);
        assertThatThrownBy(() -> model("unknown", KEY).chat("hello")).isInstanceOf(ModelNotFoundException.class);
        fails(400, "bad");
        assertThatThrownBy(() -> model("up", KEY).chat("hello")).isInstanceOf(InvalidRequestException.class);
        fails(429, "rate_limit_exceeded");
        assertThatThrownBy(() -> streamed("up", KEY, ask(), null)).hasCauseInstanceOf(RateLimitException.class);
    }

    @Test
    void anErrorInTheStreamIsNoAnswer() {
        gateway.willAnswer(Script.sse().text("a").event("{\"error\":{\"message\":\"broke\",\"type\":\"server_error\"}}"));

        assertThatThrownBy(() -> streamed("up", KEY, ask(), null)).isInstanceOf(ExecutionException.class);
    }

    private ChatModel model(String name, String key) {
        return OpenAiChatModel.builder().baseUrl(url()).apiKey(key).modelName(name).build();
    }

    private ChatResponse streamed(String name, String key, ChatRequest request, CountDownLatch seen) throws Exception {
        CompletableFuture<ChatResponse> response = new CompletableFuture<>();
        OpenAiStreamingChatModel.builder().baseUrl(url()).apiKey(key).modelName(name).build()
                .chat(request, new StreamingChatResponseHandler() {
                    @Override
                    public void onPartialResponse(String piece) {
                        partial.append(piece);
                        if (seen != null) {
                            seen.countDown();
                        }
                    }

                    @Override
                    public void onCompleteResponse(ChatResponse complete) {
                        response.complete(complete);
                    }

                    @Override
                    public void onError(Throwable failure) {
                        response.completeExceptionally(failure);
                    }
                });
        return response.get(SOON.toSeconds(), TimeUnit.SECONDS);
    }

    private static ChatRequest ask() {
        return ChatRequest.builder().messages(UserMessage.from("hello")).build();
    }
}

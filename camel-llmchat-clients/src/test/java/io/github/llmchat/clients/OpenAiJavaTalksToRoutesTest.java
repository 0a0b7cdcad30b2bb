package io.github.llmchat.clients;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.core.http.StreamResponse;
import com.openai.errors.BadRequestException;
import com.openai.errors.NotFoundException;
import com.openai.errors.OpenAIException;
import com.openai.errors.RateLimitException;
import com.openai.errors.UnauthorizedException;
import com.openai.helpers.ChatCompletionAccumulator;
import com.openai.models.FunctionDefinition;
import com.openai.models.FunctionParameters;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionFunctionTool;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.models.Model;
import io.github.llmchat.testing.Script;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OpenAiJavaTalksToRoutesTest extends ClientScenario {

    private OpenAIClient client;

    @BeforeEach
    void connect() {
        client = OpenAIOkHttpClient.builder().baseUrl(url()).apiKey(KEY).build();
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void wholeAnswers() {
        ChatCompletion echo = client.chat().completions().create(ask("org/echo").build());
        assertThat(echo.choices().get(0).message().content()).hasValue("You said: hello");
        assertThat(echo.choices().get(0).finishReason().asString()).isEqualTo("stop");
        assertThat(echo.model()).isEqualTo("org/echo");

        gateway.willAnswer(Script.answer("from the gateway"));
        ChatCompletion passed = client.chat().completions().create(ask("up").build());
        assertThat(passed.choices().get(0).message().content()).hasValue("from the gateway");
        assertThat(passed.usage().orElseThrow().totalTokens()).isEqualTo(15);
    }

    @Test
    void streams() {
        assertThat(streamed(ask("pieces").build()).choices().get(0).message().content()).hasValue("one two three");
        assertThat(streamed(ask("org/echo").build()).choices().get(0).message().content()).hasValue("You said: hello");

        gateway.willAnswer(Script.sse().role().text("a", "b").finish("stop").usage(3, 4).done());
        ChatCompletion passed = streamed(ask("up").streamOptions(
                ChatCompletionStreamOptions.builder().includeUsage(true).build()).build());
        assertThat(passed.choices().get(0).message().content()).hasValue("ab");
        assertThat(passed.usage().orElseThrow().totalTokens()).isEqualTo(7);
    }

    @Test
    void chunksAsTheyComeAndKeepAlivesInBetween() {
        CountDownLatch seen = new CountDownLatch(1);
        gateway.willAnswer(Script.sse().text("a").hold(seen).text("b").finish("stop").done());
        StringBuilder text = new StringBuilder();
        try (StreamResponse<ChatCompletionChunk> stream = client.chat().completions().createStreaming(ask("lively").build())) {
            stream.stream().forEach(chunk -> {
                text.append(chunk.choices().get(0).delta().content().orElse(""));
                seen.countDown();
            });
        }
        assertThat(text).hasToString("ab");
    }

    @Test
    void toolCalls() {
        gateway.willAnswer(Script.json(WHOLE_CALL),
                Script.sse().role().toolCall(0, "call_1", "get_weather", "{\"city\":", "\"Oslo\"}").finish("tool_calls")
                        .done());
        ChatCompletionCreateParams params = ask("up").addTool(ChatCompletionFunctionTool.builder()
                .function(FunctionDefinition.builder().name("get_weather").parameters(FunctionParameters.builder()
                        .putAdditionalProperty("type", JsonValue.from("object"))
                        .putAdditionalProperty("properties", JsonValue.from(Map.of("city", Map.of("type", "string")))).build())
                        .build())
                .build()).build();

        for (ChatCompletion each : List.of(client.chat().completions().create(params), streamed(params))) {
            var call = each.choices().get(0).message().toolCalls().orElseThrow().get(0).asFunction();
            assertThat(call.id()).isEqualTo("call_1");
            assertThat(call.function().name()).isEqualTo("get_weather");
            assertThat(call.function().arguments()).isEqualTo("{\"city\":\"Oslo\"}");
            assertThat(each.choices().get(0).finishReason().asString()).isEqualTo("tool_calls");
        }
        assertThat(gateway.requests().get(0).json().at("/tools/0/function/parameters/properties/city/type").asText())
                .isEqualTo("string");
    }

    @Test
    void errorsAsItsOwnExceptions() {
        OpenAIClient stranger = OpenAIOkHttpClient.builder().baseUrl(url()).apiKey("wrong").build();
        assertThatThrownBy(() -> stranger.chat().completions().create(ask("up").build()))
                .isInstanceOfSatisfying(UnauthorizedException.class, e -> assertThat(e.code()).hasValue("invalid_api_key"));
        stranger.close();
        assertThatThrownBy(() -> client.chat().completions().create(ask("unknown").build()))
                .isInstanceOfSatisfying(NotFoundException.class, e -> {
                    assertThat(e.code()).hasValue("model_not_found");
                    assertThat(e.param()).hasValue("model");
                });
        fails(400, "bad");
        assertThatThrownBy(() -> client.chat().completions().create(ask("up").build()))
                .isInstanceOfSatisfying(BadRequestException.class, e -> assertThat(e.code()).hasValue("bad"))
                .hasMessageContaining("said the gateway");
        fails(429, "rate_limit_exceeded");
        OpenAIClient impatient = OpenAIOkHttpClient.builder().baseUrl(url()).apiKey(KEY).maxRetries(0).build();
        assertThatThrownBy(() -> streamed(impatient, ask("up").build())).isInstanceOf(RateLimitException.class);
        impatient.close();
    }

    @Test
    void anErrorInTheStream() {
        gateway.willAnswer(Script.sse().text("a").event("{\"error\":{\"message\":\"broke\",\"type\":\"server_error\"}}"));

        assertThatThrownBy(() -> streamed(ask("up").build())).isInstanceOf(OpenAIException.class);
    }

    @Test
    void theListOfModels() {
        assertThat(client.models().list().data()).extracting(Model::id).containsExactly("lively", "org/echo", "pieces", "up");
        assertThat(client.models().retrieve("org/echo").id()).isEqualTo("org/echo");
        assertThatThrownBy(() -> client.models().retrieve("unknown")).isInstanceOf(NotFoundException.class);
    }

    private ChatCompletion streamed(ChatCompletionCreateParams params) {
        return streamed(client, params);
    }

    private static ChatCompletion streamed(OpenAIClient from, ChatCompletionCreateParams params) {
        ChatCompletionAccumulator accumulator = ChatCompletionAccumulator.create();
        try (StreamResponse<ChatCompletionChunk> stream = from.chat().completions().createStreaming(params)) {
            stream.stream().forEach(accumulator::accumulate);
        }
        return accumulator.chatCompletion();
    }

    private static ChatCompletionCreateParams.Builder ask(String model) {
        return ChatCompletionCreateParams.builder().model(model).addUserMessage("hello");
    }
}

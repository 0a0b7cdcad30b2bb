package io.github.llmchat.scenario.models;

import java.util.Map;
import java.util.stream.Stream;

import io.github.llmchat.LlmChatConstants;
import io.github.llmchat.error.AuthenticationException;
import io.github.llmchat.error.ChatException;
import io.github.llmchat.error.ChatTimeoutException;
import io.github.llmchat.error.ConnectionException;
import io.github.llmchat.error.LimitException;
import io.github.llmchat.error.ModelNotFoundException;
import io.github.llmchat.error.RateLimitException;
import io.github.llmchat.error.ServerException;
import io.github.llmchat.testing.Script;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class QuestionsAboutModelsFailAsChatsDoTest extends ModelScenario {

    static Stream<Arguments> failures() {
        return Stream.of(MODELS, CATALOGUE).flatMap(operation -> Stream.of(
                arguments(operation, Script.error(401, "auth", "invalid_api_key", "no"), AuthenticationException.class, 401),
                arguments(operation, Script.error(404, "x", "model_not_found", "no"), ModelNotFoundException.class, 404),
                arguments(operation, Script.error(429, "x", null, "slowly"), RateLimitException.class, 429),
                arguments(operation, Script.status(503), ServerException.class, 503),
                arguments(operation, html(200), ServerException.class, 200),
                arguments(operation, html(502), ServerException.class, 502),
                arguments(operation, Script.json(""), ServerException.class, 200),
                arguments(operation, Script.json("{\"data\":[{\"i"), ServerException.class, 200),
                arguments(operation, Script.json("{}"), ServerException.class, 200),
                arguments(operation, Script.json("7"), ServerException.class, 200),
                arguments(operation, Script.json("{\"choices\":[]}"), ServerException.class, 200),
                arguments(operation, Script.json("[{\"error\":{\"message\":\"no\"}}]"), ServerException.class, 200),
                arguments(operation, Script.json("{\"data\":[],\"error\":\"no\"}"), ServerException.class, 200),
                arguments(operation, Script.json("{\"success\":false,\"message\":\"no\",\"data\":null}"), ServerException.class,
                        200),
                arguments(operation, Script.json(SEES).cutAfter(20), ConnectionException.class, 200),
                arguments(operation, Script.closeBeforeHeaders(), ConnectionException.class, 0),
                arguments(operation, Script.garbage("nonsense\n".getBytes()), ConnectionException.class, 0)));
    }

    private static Script html(int status) {
        return Script.status(status).body("text/html", "<html><title>Oops</title><body>Bad gateway</body></html>");
    }

    @ParameterizedTest
    @MethodSource("failures")
    void withTheExceptionThatSaysWhatToDo(String operation, Script script, Class<?> type, int status) {
        gateway.willAnswer(script);

        Exchange exchange = request(uri("gpt-4o", operation), "my body", Map.of());

        assertThat(exchange.getException()).isExactlyInstanceOf(type);
        ChatException failure = (ChatException) exchange.getException();
        assertThat(failure.httpStatus()).isEqualTo(status);
        assertThat(failure.url()).startsWith(gateway.baseUrl() + "/model");
        assertThat(exchange.getProperty(LlmChatConstants.ERROR_CATEGORY)).isEqualTo(failure.category());
        assertThat(exchange.getMessage().getBody()).isEqualTo("my body");
    }

    @ParameterizedTest
    @ValueSource(strings = { MODELS, CATALOGUE })
    void withTheGatewaysWordsAndWithoutTheKey(String operation) {
        gateway.willAnswer(Script.json("{\"error\":{\"message\":\"Key " + KEY + " is old\",\"code\":\"old\"}}"));

        ChatException failure = failure(operation);

        assertThat(failure).isInstanceOf(ServerException.class).hasMessageContaining("is old").message().doesNotContain(KEY);
        assertThat(failure.code()).isEqualTo("old");
    }

    @ParameterizedTest
    @ValueSource(strings = { MODELS, CATALOGUE })
    void whenTheGatewaySaysNothing(String operation) {
        gateway.willAnswer(Script.stallBeforeHeaders(), Script.sse().contentType("application/json").raw("{\"da").stall());

        assertThat(failure(operation, "readTimeout=250")).isInstanceOf(ChatTimeoutException.class)
                .hasMessageContaining("readTimeout");
        assertThat(failure(operation, "requestTimeout=250")).isInstanceOf(ChatTimeoutException.class)
                .hasMessageContaining("requestTimeout");
        gateway.awaitClientAborts(2, SOON);
    }

    @ParameterizedTest
    @ValueSource(strings = { MODELS, CATALOGUE })
    void whenTheAnswerIsTooLarge(String operation) {
        gateway.willAnswer(Script.json("[\"" + "x".repeat(10_000) + "\"]"));

        ChatException failure = failure(operation, "maxResponseSize=5000");

        assertThat(failure).isInstanceOf(LimitException.class).hasMessageContaining("maxResponseSize");
    }

    @Test
    void whenTheHeaderAsksForAnUnknownOutput() {
        assertRefused(
                uri("*", MODELS), null, Map.of(LlmChatConstants.OUTPUT, "xml"), "output", "xml", "json");
    }

    private ChatException failure(String operation, String... options) {
        String[] all = Stream.concat(Stream.of(operation), Stream.of(options)).toArray(String[]::new);
        return (ChatException) request(uri("gpt-4o", all), null, Map.of()).getException();
    }
}

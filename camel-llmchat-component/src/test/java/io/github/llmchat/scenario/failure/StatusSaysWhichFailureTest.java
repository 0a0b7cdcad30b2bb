package io.github.llmchat.scenario.failure;

import java.util.stream.Stream;

import io.github.llmchat.LlmChatConstants;
import io.github.llmchat.error.AuthenticationException;
import io.github.llmchat.error.BadRequestException;
import io.github.llmchat.error.ChatException;
import io.github.llmchat.error.ContextLengthException;
import io.github.llmchat.error.ModelNotFoundException;
import io.github.llmchat.error.PermissionException;
import io.github.llmchat.error.QuotaException;
import io.github.llmchat.error.RateLimitException;
import io.github.llmchat.error.ServerException;
import io.github.llmchat.scenario.stream.GatewayScenario;
import io.github.llmchat.testing.Script;
import org.apache.camel.Exchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Which exception an HTTP status and its error object become. */
class StatusSaysWhichFailureTest extends GatewayScenario {

    static Stream<Arguments> cases() {
        return Stream.of(
                Arguments.of(400, "invalid_value", BadRequestException.class, "VALIDATION"),
                Arguments.of(400, "context_length_exceeded", ContextLengthException.class, "VALIDATION"),
                Arguments.of(401, "invalid_api_key", AuthenticationException.class, "AUTH"),
                Arguments.of(402, "payment_required", QuotaException.class, "RATE_LIMIT"),
                Arguments.of(403, "forbidden", PermissionException.class, "AUTH"),
                Arguments.of(404, "model_not_found", ModelNotFoundException.class, "VALIDATION"),
                Arguments.of(405, "method", BadRequestException.class, "VALIDATION"),
                Arguments.of(408, "timeout", ServerException.class, "SERVER_ERROR"),
                Arguments.of(413, "too_large", BadRequestException.class, "VALIDATION"),
                Arguments.of(422, "extra_forbidden", BadRequestException.class, "VALIDATION"),
                Arguments.of(429, "rate_limit_exceeded", RateLimitException.class, "RATE_LIMIT"),
                Arguments.of(429, "insufficient_quota", QuotaException.class, "RATE_LIMIT"),
                Arguments.of(500, "server_error", ServerException.class, "SERVER_ERROR"),
                Arguments.of(502, "bad_gateway", ServerException.class, "SERVER_ERROR"),
                Arguments.of(503, "unavailable", ServerException.class, "SERVER_ERROR"),
                Arguments.of(529, "overloaded", ServerException.class, "SERVER_ERROR"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("cases")
    void theExceptionHasAllThatTheGatewaySaid(int status, String code, Class<? extends ChatException> type, String category) {
        gateway.alwaysAnswers(Script.status(status).header("x-request-id", "req-1").body("application/json",
                "{\"error\":{\"message\":\"It says\",\"type\":\"a_type\",\"param\":\"a_param\",\"code\":\"" + code + "\"}}"));
        for (String streaming : new String[] { "streaming=false", "streaming=true" }) {
            Exchange exchange = ask(llmchat(streaming));
            ChatException failure = exchange.getException(ChatException.class);
            assertThat(failure).isExactlyInstanceOf(type).hasMessageContaining("It says").hasMessageContaining("" + status);
            assertThat(failure.httpStatus()).isEqualTo(status);
            assertThat(failure.type()).isEqualTo("a_type");
            assertThat(failure.code()).isEqualTo(code);
            assertThat(failure.param()).isEqualTo("a_param");
            assertThat(failure.requestId()).isEqualTo("req-1");
            assertThat(failure.url()).isEqualTo(gateway.baseUrl() + "/chat/completions");
            assertThat(failure.partialCompletion()).isNull();
            assertThat(exchange.getProperty(LlmChatConstants.ERROR_CATEGORY)).isEqualTo(category);
            assertThat(exchange.getProperty(LlmChatConstants.RETRY_AFTER_MILLIS)).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "This model's maximum context length is 8192 tokens. However, your messages resulted in 9000 tokens.",
            "prompt exceeds the model's context window" })
    void aTooLongContextIsRecognisedByItsWordsToo(String words) {
        gateway.willAnswer(Script.error(400, "invalid_request_error", null, words));
        assertThat(ask(llmchat("")).getException()).isInstanceOf(ContextLengthException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", "<html><head><style>p{}</style></head><body><h1>Bad   Gateway</h1></body></html>",
            "{\"error\":\"Bad Gateway\"}", "{\"error\":{\"message\":\"Bad Gate", "[{\"error\":{\"message\":\"Bad Gateway\"}}]",
            "{\"detail\":\"Bad Gateway\"}", "Bad Gateway" })
    void anyBodyWillDo(String body) {
        gateway.willAnswer(Script.status(502).body("text/html", body));
        ServerException failure = ask(llmchat("")).getException(ServerException.class);
        assertThat(failure.httpStatus()).isEqualTo(502);
        assertThat(failure).hasMessageContaining(body.isEmpty() ? "no explanation" : "Bad Gate")
                .hasMessageNotContaining("<").hasMessageNotContaining("style");
    }

    @ParameterizedTest
    @ValueSource(strings = { "streaming=false", "streaming=true" })
    void theStatusCountsEvenIfItsExplanationIsCutOff(String options) {
        gateway.alwaysAnswers(Script.error(401, "t", "c", "Incorrect API key").cutAfter(30));
        AuthenticationException failure = ask(llmchat(options)).getException(AuthenticationException.class);
        assertThat(failure).isNotNull();
        assertThat(failure.httpStatus()).isEqualTo(401);
    }
}

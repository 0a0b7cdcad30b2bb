package io.github.llmchat.scenario.server;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.TimeoutException;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.llmchat.error.ErrorDetails;
import io.github.llmchat.error.RateLimitException;
import io.github.llmchat.testing.Script;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FailuresHaveTheRightStatusTest extends ServerScenario {

    private static final String SECRET = "db-password";

    private Exception thrown;

    @Override
    protected void routes(RouteBuilder builder) {
        builder.from("llmchat:up").to(llmchat(""));
        builder.from("llmchat:throws").process(exchange -> {
            throw thrown;
        });
        builder.from("llmchat:nothing").setBody(builder.constant((Object) null));
        builder.from("llmchat:bean").process(exchange -> exchange.getMessage().setBody(new Object()));
        builder.from("llmchat:throttled").throttle(1).timePeriodMillis(600_000).rejectExecution(true)
                .setBody(builder.constant("ok"));
        builder.from("llmchat:budget")
                .setHeader(Exchange.HTTP_RESPONSE_CODE, builder.constant(429)).setHeader("Retry-After", builder.constant(3600))
                .setBody(builder.constant("Your team's tokens are used up."));
    }

    @Test
    void aGatewaysRefusalOfTheRequestIsTheClients() throws Exception {
        gateway.willAnswer(Script.error(400, "invalid_request_error", "bad_value", "max_tokens is too large"),
                Script.error(400, "invalid_request_error", "context_length_exceeded", "maximum context length is 8192 tokens"));
        HttpResponse<String> bad = send(chat(asks("up", "")));
        error(bad, 400, "invalid_request_error", "bad_value");
        assertThat(bad.body()).contains("max_tokens is too large");
        error(send(chat(asks("up", ",\"stream\":true"))), 400, "invalid_request_error", "context_length_exceeded");
    }

    @Test
    void aGatewaysTroubleWithTheRouteIsNotTheClients() throws Exception {
        gateway.willAnswer(Script.error(401, "invalid_request_error", "invalid_api_key", "Incorrect key sk-org-42"),
                Script.error(403, "permission", null, "project proj_42 may not"),
                Script.error(404, null, "model_not_found", "deployment internal-42 is not there"),
                Script.error(429, "requests", "rate_limit_exceeded", "org-42 is over its limit").header("Retry-After", "7"),
                Script.error(429, "insufficient_quota", "insufficient_quota", "org-42 has no money"),
                Script.error(500, "server_error", null, "host-42 crashed"),
                Script.error(503, "server_error", null, "host-42 is overloaded").header("Retry-After", "9"));
        error(send(chat(asks("up", ""))), 502, "server_error", null);
        error(send(chat(asks("up", ""))), 403, "permission", null);
        error(send(chat(asks("up", ""))), 404, "invalid_request_error", "model_not_found");
        HttpResponse<String> limited = send(chat(asks("up", ",\"stream\":true")));
        error(limited, 429, "requests", "rate_limit_exceeded");
        assertThat(limited.headers().firstValue("retry-after")).hasValue("7");
        error(send(chat(asks("up", ""))), 429, "insufficient_quota", "insufficient_quota");
        error(send(chat(asks("up", ""))), 500, "server_error", null);
        HttpResponse<String> overloaded = send(chat(asks("up", "")));
        error(overloaded, 503, "server_error", null);
        assertThat(overloaded.headers().firstValue("retry-after")).hasValue("9");
    }

    @Test
    void aGatewayThatIsGoneIsABadGateway() throws Exception {
        gateway.willAnswer(Script.resetBeforeHeaders());

        error(send(chat(asks("up", ""))), 502, "server_error", null);
    }

    @Test
    void whatARouteThrowsIsNotShown() throws Exception {
        for (Exception each : List.of(new IllegalStateException(SECRET), new IllegalArgumentException(SECRET),
                new java.io.IOException(SECRET))) {
            thrown = each;
            error(send(chat(asks("throws", ""))), 500, "server_error", null);
        }
        thrown = new TimeoutException(SECRET);
        error(send(chat(asks("throws", ""))), 504, "server_error", null);
    }

    @Test
    void aRouteMaySayWhyItRefuses() throws Exception {
        thrown = new RateLimitException("Only ten a day for you.", ErrorDetails.NONE);
        HttpResponse<String> limited = send(chat(asks("throws", "")));
        error(limited, 429, "requests", "rate_limit_exceeded");
        assertThat(limited.body()).contains("Only ten a day for you.");

        HttpResponse<String> budget = send(chat(asks("budget", ",\"stream\":true")));
        error(budget, 429, "invalid_request_error", null);
        assertThat(budget.body()).contains("Your team's tokens are used up.");
        assertThat(budget.headers().firstValue("retry-after")).hasValue("3600");
    }

    @Test
    void camelsThrottlerRefusesAsAGatewayDoes() throws Exception {
        assertThat(send(chat(asks("throttled", ""))).statusCode()).isEqualTo(200);
        HttpResponse<String> second = send(chat(asks("throttled", "")));
        error(second, 429, "requests", "rate_limit_exceeded");
        assertThat(second.headers().firstValue("retry-after")).isPresent();
    }

    @Test
    void aRouteWithoutAnAnswerIsAServersError() throws Exception {
        error(send(chat(asks("nothing", ""))), 500, "server_error", null);
        error(send(chat(asks("nothing", ",\"stream\":true"))), 500, "server_error", null);
    }

    private static void error(HttpResponse<String> response, int status, String type, String code) throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        JsonNode error = json(response).path("error");
        assertThat(error.path("type").textValue()).isEqualTo(type);
        assertThat(error.path("code").textValue()).isEqualTo(code);
        assertThat(response.body()).doesNotContain("42", SECRET, "Exception", "127.0.0.1", PROMPT);
    }
}

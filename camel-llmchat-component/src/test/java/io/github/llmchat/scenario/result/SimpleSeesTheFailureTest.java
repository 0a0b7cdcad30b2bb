package io.github.llmchat.scenario.result;

import io.github.llmchat.error.ChatException;
import io.github.llmchat.scenario.request.OneCallScenario;
import io.github.llmchat.testing.Script;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SimpleSeesTheFailureTest extends OneCallScenario {

    @ParameterizedTest
    @CsvSource({
            "${exception.httpStatus}, 429", "${exception.code}, rate_limit", "${exception.type}, requests",
            "${exception.requestId}, req-1", "${exception.retryAfter.seconds}, 7",
            "${exception.message}, The gateway answered 429: slow down", "${exception.category}, RATE_LIMIT",
            "${exchangeProperty.CamelAiErrorCategory}, RATE_LIMIT", "${exchangeProperty.CamelAiRetryAfterMillis}, 7000" })
    void beforeTheAnswer(String simple, String value) throws Exception {
        gateway.willAnswer(
                Script.error(429, "requests", "rate_limit", "slow down").header("Retry-After", "7")
                        .header("x-request-id", "req-1"));

        assertThat(handled("", simple)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
            "${exception.partialCompletion.text}, Half a", "${exception.httpStatus}, 200",
            "${exception.class.simpleName}, StreamTruncatedException" })
    void inTheMiddleOfAStream(String simple, String value) throws Exception {
        gateway.willAnswer(Script.sse().text("Half", " a").cut());

        assertThat(handled("&streaming=true&output=text", simple)).isEqualTo(value);
    }

    private String handled(String options, String simple) throws Exception {
        RouteBuilder.addRoutes(context, routes -> {
            routes.onException(ChatException.class).handled(true).setBody(routes.simple(simple));
            routes.from("direct:failing").to(uri("gpt-4o") + options);
        });
        return template.requestBody("direct:failing", "hi", String.class);
    }
}

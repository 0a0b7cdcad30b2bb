package io.github.llmchat.scenario.result;

import java.util.Map;

import io.github.llmchat.scenario.request.OneCallScenario;
import io.github.llmchat.testing.Script;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HeadersOfAnEarlierCallDoNotLingerTest extends OneCallScenario {

    @BeforeEach
    void theFirstAnswerSaysMuchAndTheSecondLittle() {
        gateway.willAnswer(
                Script.json("""
                        {"id":"r1","model":"m","system_fingerprint":"f","choices":[{"finish_reason":"stop","message":
                        {"content":"Hello","reasoning_content":"hm"}}],"usage":{"prompt_tokens":1,"completion_tokens":2,
                        "total_tokens":3,"prompt_tokens_details":{"cached_tokens":1}}}""").header("x-request-id", "req-1")
                        .header("x-ratelimit-remaining-requests", "5"),
                Script.json("{\"choices\":[{\"message\":{\"content\":\"Bye\"}}]}"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "output=text", "output=stream" })
    void inTheSameRoute(String option) throws Exception {
        RouteBuilder.addRoutes(context, routes -> routes.from("direct:twice").to(uri("first")).to(uri("second", option)));

        Exchange exchange = template.request("direct:twice", message -> message.getMessage().setBody("hi"));

        assertThat(exchange.getException()).isNull();
        exchange.getMessage().removeHeader("CamelLlmChatStreamId");
        assertThat(exchange.getMessage().getHeaders())
                .containsExactlyInAnyOrderEntriesOf(Map.of("CamelLlmChatHttpStatus", 200L));
    }
}

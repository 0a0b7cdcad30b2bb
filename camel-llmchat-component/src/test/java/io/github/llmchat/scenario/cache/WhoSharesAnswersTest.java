package io.github.llmchat.scenario.cache;

import java.util.Map;

import io.github.llmchat.LlmChatConstants;
import io.github.llmchat.error.BadRequestException;
import io.github.llmchat.testing.Script;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Endpoints share answers if they ask the same with the same key, or in the same namespace; a message may want
 * otherwise.
 */
class WhoSharesAnswersTest extends CacheScenario {

    @BeforeEach
    void gatewayAnswers() {
        gateway.alwaysAnswers(Script.answer("Good day"));
    }

    @Test
    void anotherKeyGetsNothingOfThisOnes() {
        ask(uri("a", CACHED));
        assertThat(hit(ask(uri("b", CACHED)))).isEqualTo(false);
        assertThat(hit(ask(uri("a", CACHED)))).isEqualTo(true);
    }

    @Test
    void unlessTheyAreToldToShare() {
        ask(uri("a", CACHED + "&cacheNamespace=all"));
        assertThat(hit(ask(uri("b", CACHED + "&cacheNamespace=all")))).isEqualTo(true);
        assertThat(hit(ask(uri("a", CACHED)))).isEqualTo(false);
    }

    @Test
    void tenantsAreKeptApartByAHeader() {
        assertThat(hit(ask(LlmChatConstants.CACHE_NAMESPACE, "tenant 1"))).isEqualTo(false);
        assertThat(hit(ask(LlmChatConstants.CACHE_NAMESPACE, "tenant 2"))).isEqualTo(false);
        assertThat(hit(ask(LlmChatConstants.CACHE_NAMESPACE, "tenant 1"))).isEqualTo(true);
    }

    @Test
    void theKeyIsNowhereInTheCache() {
        ask(uri("a", CACHED));

        assertThat(cache.entries.toString()).doesNotContain("sk-a").doesNotContain(PROMPT);
        assertThat(cache.entries.keySet()).singleElement().asString().matches("[0-9a-f]{64}");
    }

    @Test
    void modelOptionsAndVendorTellRequestsApart() {
        ask(llmchat(CACHED));
        assertThat(hit(ask(LlmChatConstants.MODEL, "gpt-5"))).isEqualTo(false);
        assertThat(hit(ask(LlmChatConstants.TEMPERATURE, 0.5))).isEqualTo(false);
        assertThat(hit(ask(LlmChatConstants.VENDOR, "openai"))).isEqualTo(false);
        assertThat(hit(ask(LlmChatConstants.TEMPERATURE, "0.50"))).as("the same number").isEqualTo(true);
        assertThat(hit(ask(LlmChatConstants.ADDITIONAL_HEADERS, Map.of("traceparent", "00-1-2-00")))).isEqualTo(true);
    }

    @Test
    void refreshAsksAnewAndKeepsTheNewAnswer() {
        ask(llmchat(CACHED));
        gateway.alwaysAnswers(Script.answer("Good evening"));

        assertThat(hit(ask(LlmChatConstants.CACHE_MODE, "refresh"))).isEqualTo(false);

        Exchange again = ask(llmchat(CACHED));
        assertThat(hit(again)).isEqualTo(true);
        assertThat(again.getMessage().getBody()).isEqualTo("Good evening");
    }

    @Test
    void bypassNeitherReadsNorWrites() {
        assertThat(hit(ask(llmchat(CACHED + "&cacheMode=bypass")))).isEqualTo(false);
        assertThat(cache.entries).isEmpty();
        ask(llmchat(CACHED));
        gateway.alwaysAnswers(Script.answer("Good evening"));

        assertThat(ask(LlmChatConstants.CACHE_MODE, "bypass").getMessage().getBody()).isEqualTo("Good evening");
        assertThat(ask(llmchat(CACHED)).getMessage().getBody()).isEqualTo("Good day");
    }

    @Test
    void anotherModeIsRefused() {
        Exchange exchange = ask(LlmChatConstants.CACHE_MODE, "often");

        assertThat(exchange.getException()).isInstanceOf(BadRequestException.class)
                .hasMessage("cacheMode (header CamelLlmChatCacheMode) is 'often', allowed is use, refresh, bypass");
        assertThat(paid()).isZero();
    }

    @Test
    void theHeadersAreConsumed() {
        Exchange exchange = template.request(llmchat(CACHED), it -> {
            it.getMessage().setBody(PROMPT);
            it.getMessage().setHeader(LlmChatConstants.CACHE_MODE, "refresh");
            it.getMessage().setHeader(LlmChatConstants.CACHE_NAMESPACE, "n");
        });

        assertThat(exchange.getMessage().getHeaders())
                .doesNotContainKeys(LlmChatConstants.CACHE_MODE, LlmChatConstants.CACHE_NAMESPACE);
    }

    private String uri(String key, String options) {
        return llmchat(options).replace(KEY, "sk-" + key);
    }

    private Exchange ask(String header, Object value) {
        return template.request(llmchat(CACHED), it -> {
            it.getMessage().setBody(PROMPT);
            it.getMessage().setHeader(header, value);
        });
    }
}

package io.github.llmchat.scenario.cache;

import io.github.llmchat.LlmChatConstants;
import io.github.llmchat.testing.Script;
import org.apache.camel.Exchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** An answer that had to be repaired is repaired again, without being asked for. */
class RepairsArePaidOnceTest extends CacheScenario {

    private static final String TYPED
            = CACHED + "&maxRepairs=1&jsonSchema=RAW({\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"integer\"}},"
              + "\"required\":[\"a\"],\"additionalProperties\":false})";

    @ParameterizedTest
    @ValueSource(strings = { "", "&streaming=true&output=text" })
    void eachRoundIsARequest(String form) {
        gateway.willAnswer(Script.answer("{\"a\":\"no number\"}"), Script.answer("{\"a\":1}"));

        Exchange first = ask(llmchat(TYPED + form));
        Exchange again = ask(llmchat(TYPED + form));

        assertThat(hit(first)).isEqualTo(false);
        assertThat(hit(again)).isEqualTo(true);
        assertThat(again.getException()).isNull();
        assertThat(again.getMessage().getBody(String.class)).isEqualTo(first.getMessage().getBody(String.class));
        assertThat(again.getMessage().getHeader(LlmChatConstants.REPAIRS)).isEqualTo(1L);
        assertThat(paid()).isEqualTo(2);
    }
}

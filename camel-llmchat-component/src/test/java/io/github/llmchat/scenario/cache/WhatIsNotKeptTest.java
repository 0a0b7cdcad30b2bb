package io.github.llmchat.scenario.cache;

import io.github.llmchat.scenario.stream.Got;
import io.github.llmchat.scenario.stream.Way;
import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.SseScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Only an answer that is complete, and would be one again, is kept. */
class WhatIsNotKeptTest extends CacheScenario {

    @ParameterizedTest
    @ValueSource(strings = {
            "{\"finish_reason\":\"length\",\"message\":{\"content\":\"cut o\"}}",
            "{\"finish_reason\":\"content_filter\",\"message\":{\"content\":\"no\"}}",
            "{\"finish_reason\":null,\"message\":{\"content\":\"who knows\"}}",
            "{\"finish_reason\":\"stop\",\"message\":{\"content\":\"  \"}}",
            "{\"finish_reason\":\"stop\",\"message\":{\"content\":null}}",
            "{\"finish_reason\":\"stop\",\"message\":{\"content\":null,\"audio\":{\"id\":\"a\",\"data\":\"AAAA\",\"transcript\":\"Hi\"}}}",
            "{\"finish_reason\":\"stop\",\"message\":{\"content\":\"one\"}},{\"index\":1,\"finish_reason\":\"length\",\"message\":{\"content\":\"tw\"}}"
    })
    void anIncompleteAnswer(String choices) {
        gateway.alwaysAnswers(Script.json("{\"choices\":[" + choices + "]}"));

        assertThat(ask(llmchat(CACHED)).getException()).isNull();

        assertThat(cache.entries).isEmpty();
        ask(llmchat(CACHED));
        assertThat(paid()).isEqualTo(2);
    }

    @Test
    void aRefusalIsAnAnswer() {
        gateway.alwaysAnswers(Script.json(
                "{\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"content\":null,\"refusal\":\"I must not\"}}]}"));

        ask(llmchat(CACHED));

        assertThat(hit(ask(llmchat(CACHED)))).isEqualTo(true);
    }

    @Test
    void anAnswerThatTheProviderIsToStore() {
        gateway.alwaysAnswers(Script.answer("Good day"));

        ask(llmchat(CACHED + "&store=true"));

        assertThat(cache.entries).isEmpty();
    }

    @Test
    void anError() {
        gateway.alwaysAnswers(Script.error(500, "server_error", null, "down"));

        assertThat(ask(llmchat(CACHED)).getException()).isNotNull();

        assertThat(cache.entries).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "PLAIN")
    void aStreamThatBreaks(Way way) throws Exception {
        SseScript begun = Script.sse().text("Good", " d");
        gateway.willAnswer(begun.cut(), begun.text("ay").finish("stop").done());

        Got broken = take(way, CACHED);
        Got whole = take(way, CACHED);

        assertThat(broken.failure()).isNotNull();
        assertThat(whole.text()).isEqualTo("Good day");
        assertThat(paid()).isEqualTo(2);
    }

    @Test
    void anAnswerThatIsKeptIsNotGivenToWhomItWouldFail() {
        gateway.willAnswer(Script.answer("Good day"), Script.answer("Good evening"));
        ask(llmchat(CACHED));

        // as if the endpoint had other options then
        cache.entries.replaceAll((fingerprint, completion) -> completion.replace("Good day", "\u0000"));
        assertThat(ask(llmchat(CACHED)).getMessage().getBody()).as("no JSON").isEqualTo("Good evening");
        assertThat(ask(llmchat(CACHED)).getMessage().getBody()).as("kept in its place").isEqualTo("Good evening");
        assertThat(paid()).isEqualTo(2);
    }

    @Test
    void anAnswerThatDoesNotMatchItsSchemaDoesNotFailTheSameMessageForEver() {
        gateway.willAnswer(Script.answer("{\"a\":\"no number\"}"), Script.answer("{\"a\":1}"));
        String typed
                = CACHED
                  + "&maxRepairs=0&output=text&jsonSchema=RAW({\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"integer\"}},"
                  + "\"required\":[\"a\"],\"additionalProperties\":false})";

        assertThat(ask(llmchat(typed)).getException()).isNotNull();

        assertThat(ask(llmchat(typed)).getException()).isNull();
        assertThat(hit(ask(llmchat(typed)))).isEqualTo(true);
        assertThat(paid()).isEqualTo(2);
    }
}

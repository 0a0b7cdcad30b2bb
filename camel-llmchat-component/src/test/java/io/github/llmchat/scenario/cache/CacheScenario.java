package io.github.llmchat.scenario.cache;

import io.github.llmchat.LlmChatConstants;
import io.github.llmchat.scenario.stream.EveryWay;
import io.github.llmchat.scenario.stream.Way;
import io.github.llmchat.testing.Script;
import org.apache.camel.BindToRegistry;
import org.apache.camel.Exchange;

/** Endpoints with a cache. */
abstract class CacheScenario extends EveryWay {

    static final String CACHED = "completionCache=#bean:completions";

    @BindToRegistry("completions")
    final RecordingCache cache = new RecordingCache();

    static Script answer(Way way, String text) {
        return way == Way.PLAIN
                ? Script.answer(text)
                : Script.sse().text(text.substring(0, 2), text.substring(2)).finish("stop").usage(10, 5).done();
    }

    static Object hit(Exchange exchange) {
        return exchange.getMessage().getHeader(LlmChatConstants.CACHE_HIT);
    }

    final int paid() {
        return gateway.requests().size();
    }
}

package io.github.llmchat.scenario.cache;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.llmchat.error.StreamCancelledException;
import io.github.llmchat.scenario.result.LogLines;
import io.github.llmchat.scenario.stream.Got;
import io.github.llmchat.scenario.stream.Way;
import io.github.llmchat.testing.Script;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A cache that is slow holds no thread of others, one that fails fails no call, and a call that waits for one can be
 * ended.
 */
class CachesHoldNobodyUpTest extends CacheScenario {

    /** However slow the machine is, it is the cache that is waited for. */
    private static final String PATIENT = CACHED + "&cacheTimeout=10m";

    @ParameterizedTest
    @EnumSource
    void aCacheThatFailsCostsNothingButMoney(Way way) throws Exception {
        cache.failure = new IllegalStateException("no connection for " + PROMPT);
        gateway.willAnswer(answer(way, "Good day"), answer(way, "Good evening"));
        LogLines log = new LogLines("io.github.llmchat", Level.INFO);
        log.start();
        try {
            assertThat(take(way, CACHED).text()).isEqualTo("Good day");
            assertThat(take(way, CACHED).text()).isEqualTo("Good evening");
        } finally {
            log.stop();
        }

        assertThat(log.messagesAndTraces()).as("said once").filteredOn(line -> line.contains("completionCache")).hasSize(1)
                .allSatisfy(line -> assertThat(line).contains("IllegalStateException").doesNotContain(PROMPT));
    }

    @Test
    void theCallersThreadIsLetGoWhileTheCacheIsAsked() throws Exception {
        cache.holdsGet = new CountDownLatch(1);
        gateway.willAnswer(Script.answer("Good day"));
        AsyncProducer producer = context.getEndpoint(llmchat(PATIENT)).createAsyncProducer();
        producer.start();
        Exchange exchange = context.getEndpoint("direct:any").createExchange();
        exchange.getMessage().setBody(PROMPT);
        CountDownLatch done = new CountDownLatch(1);

        boolean synchronously = producer.process(exchange, doneSync -> done.countDown());

        assertThat(synchronously).as("this thread was let go").isFalse();
        assertThat(cache.asked.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(paid()).isZero();
        cache.holdsGet.countDown();
        assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(exchange.getMessage().getBody()).isEqualTo("Good day");
        producer.stop();
    }

    @Test
    void theExchangeGoesOnWhenItsAnswerIsKept() throws Exception {
        cache.holdsPut = new CountDownLatch(1);
        gateway.willAnswer(Script.answer("Good day"));
        CompletableFuture<Exchange> call = asked("");
        assertThat(cache.asked.await(30, TimeUnit.SECONDS)).isTrue();

        assertThat(call).as("what a route has seen is kept").isNotDone();
        cache.holdsPut.countDown();

        assertThat(call.get(30, TimeUnit.SECONDS).getMessage().getBody()).isEqualTo("Good day");
        assertThat(cache.entries).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = { "PLAIN", "WHOLE" })
    void aCallThatIsLookedUpCanBeEnded(Way way) throws Exception {
        cache.holdsGet = new CountDownLatch(1);
        CompletableFuture<Exchange> call = asked(way == Way.WHOLE ? "&streaming=true&output=text" : "");
        assertThat(cache.asked.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(component().getOpenCalls()).isEqualTo(1);

        component().stop();

        assertThat(call.get(30, TimeUnit.SECONDS).getException()).isInstanceOf(StreamCancelledException.class);
        assertThat(paid()).isZero();
        component().start();
    }

    @ParameterizedTest
    @EnumSource(names = { "PLAIN", "WHOLE" })
    void aCallWhoseAnswerIsBeingKeptCanBeEnded(Way way) throws Exception {
        cache.holdsPut = new CountDownLatch(1);
        gateway.willAnswer(answer(way, "Good day"));
        CompletableFuture<Exchange> call = asked(way == Way.WHOLE ? "&streaming=true&output=text" : "");
        assertThat(cache.asked.await(30, TimeUnit.SECONDS)).isTrue();
        await().atMost(SOON).until(() -> component().getOpenCalls() == 1);

        component().stop();

        assertThat(call.get(30, TimeUnit.SECONDS).getException()).isInstanceOf(StreamCancelledException.class);
        component().start();
    }

    @Test
    void aCacheThatHangsIsNotWaitedForLonger() {
        cache.holdsGet = new CountDownLatch(1);
        gateway.willAnswer(Script.answer("Good day"));

        Exchange exchange = ask(llmchat(CACHED + "&cacheTimeout=100"));

        assertThat(exchange.getMessage().getBody()).isEqualTo("Good day");
        assertThat(hit(exchange)).isEqualTo(false);
        cache.holdsGet.countDown();
    }

    @Test
    void aHangingCacheLeavesOtherEndpointsAlone() throws Exception {
        cache.holdsGet = new CountDownLatch(1);
        gateway.alwaysAnswers(Script.answer("Good day"));
        for (int i = 0; i < 20; i++) {
            asked("");
        }
        assertThat(cache.asked.await(30, TimeUnit.SECONDS)).isTrue();

        Got other = take(Way.PLAIN, "");

        assertThat(other.text()).isEqualTo("Good day");
        cache.holdsGet.countDown();
    }

    private CompletableFuture<Exchange> asked(String options) {
        return template.asyncSend(llmchat(PATIENT + options), exchange -> exchange.getMessage().setBody(PROMPT));
    }
}

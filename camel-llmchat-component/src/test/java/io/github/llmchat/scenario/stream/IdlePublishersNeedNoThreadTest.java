package io.github.llmchat.scenario.stream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import io.github.llmchat.stream.ChatStream;
import io.github.llmchat.testing.Script;
import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.AsyncProcessorSupport;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Streams that are subscribed to and have nothing to do occupy no thread of the component. */
class IdlePublishersNeedNoThreadTest extends GatewayScenario {

    private static final int STREAMS = 60;

    private final List<Probe> probes = new ArrayList<>();

    @Override
    protected void routes(RouteBuilder builder) {
        builder.from("direct:publisher").to(llmchat("streaming=true")).process(subscribing());
    }

    /** Lets the caller go until its stream has ended. */
    private AsyncProcessor subscribing() {
        return new AsyncProcessorSupport() {
            @Override
            public boolean process(Exchange exchange, AsyncCallback callback) {
                Probe probe = new Probe(Long.MAX_VALUE) {
                    @Override
                    public void onComplete() {
                        super.onComplete();
                        callback.done(false);
                    }
                };
                synchronized (probes) {
                    probes.add(probe);
                }
                exchange.getMessage().getBody(ChatStream.class).subscribe(probe);
                return false;
            }
        };
    }

    @Test
    void manyMoreStreamsThanThreadsRunSideBySide() {
        CountDownLatch more = new CountDownLatch(1);
        gateway.alwaysAnswers(Script.sse().text("a").hold(more).text("b").done());
        for (int i = 0; i < STREAMS; i++) {
            template.asyncSend("direct:publisher", exchange -> exchange.getMessage().setBody(PROMPT));
        }
        await().atMost(SOON).untilAsserted(() -> assertThat(snapshot()).hasSize(STREAMS)
                .allSatisfy(probe -> assertThat(probe.texts()).containsExactly("a")));
        await().atMost(SOON).untilAsserted(() -> assertThat(busyThreads()).isEmpty());
        more.countDown();
        snapshot().forEach(probe -> assertThat(probe.awaitEnd().texts()).containsExactly("a", "b", ""));
    }

    private List<Probe> snapshot() {
        synchronized (probes) {
            return List.copyOf(probes);
        }
    }

    /** Threads of the component that are in code of the component. */
    private static List<Thread> busyThreads() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(entry -> entry.getKey().getName().contains(" - llmchat"))
                .filter(entry -> Arrays.stream(entry.getValue())
                        .anyMatch(frame -> frame.getClassName().startsWith("io.github.llmchat.")))
                .map(Map.Entry::getKey).toList();
    }
}

package io.github.llmchat.scenario.server;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

import io.github.llmchat.testing.Script;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** However long the interval of the comments is that fill silence. */
class AnswersAreNotKeptWhenSentTest extends ServerScenario {

    private final CountDownLatch later = new CountDownLatch(1);
    private final AtomicReference<WeakReference<Exchange>> seen = new AtomicReference<>();

    @Override
    protected void routes(RouteBuilder builder) {
        builder.from("llmchat:up?keepAliveInterval=600s")
                .process(exchange -> seen.set(new WeakReference<>(exchange)))
                .to(llmchat(""));
    }

    @Test
    void streamThatHasEnded() throws Exception {
        gateway.willAnswer(Script.sse().text("one").finish("stop").done());
        try (RawClient client = raw().post(asks("up", ",\"stream\":true"))) {
            client.readUntil("data: [DONE]\n\n");
        }
        forgotten();
    }

    @Test
    void streamWhoseClientHasLeft() throws Exception {
        gateway.willAnswer(Script.sse().text("one").hold(later).done());
        try (RawClient client = raw().post(asks("up", ",\"stream\":true"))) {
            client.readUntil("\"one\"");
        }
        forgotten();
        later.countDown();
    }

    private void forgotten() {
        assertThat(seen.get()).isNotNull();
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            System.gc();
            return seen.get().get() == null;
        });
    }
}

package io.github.llmchat.scenario.chunks;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.llmchat.LlmChatComponent;
import io.github.llmchat.testing.ScriptedGateway;
import org.apache.camel.Endpoint;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Routes with {@code chunksTo} and a scripted gateway; whatever a test does, everything must be given back afterwards.
 */
abstract class ChunkScenario extends CamelTestSupport {

    static final Duration LIMIT = Duration.ofSeconds(30);

    @RegisterExtension
    final ScriptedGateway gateway = new ScriptedGateway();

    /** The model's endpoint with these options, such as {@code chunksTo=direct:chunk}. */
    String model(String options) {
        return "llmchat:gpt-4o?baseUrl=" + gateway.baseUrl() + "&apiKey=sk-test-12345678&maxRetries=0&" + options;
    }

    LlmChatComponent component() {
        return context.getComponent("llmchat", LlmChatComponent.class);
    }

    /** Sends an exchange with the body "hi" as an asynchronous consumer does: no thread waits for it. */
    RunningCall call(String uri) {
        return call(context.getEndpoint(uri));
    }

    RunningCall call(Endpoint endpoint) {
        return new RunningCall(endpoint, exchange -> exchange.getMessage().setBody("hi")).start();
    }

    static void waitFor(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).as("counted down in time").isTrue();
    }

    @AfterEach
    void everythingHasBeenGivenBack() {
        LlmChatComponent component = component();
        await().atMost(LIMIT).untilAsserted(() -> {
            assertThat(component.getOpenStreams()).as("open streams").isZero();
            assertThat(component.getOpenCalls()).as("open calls").isZero();
            assertThat(component.getLeasedConnections()).as("leased connections").isZero();
            assertThat(component.getBufferedChunks()).as("buffered chunks").isZero();
        });
    }
}

package io.github.llmchat.scenario.threads;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.github.llmchat.LlmChatComponent;
import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.ScriptedGateway;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class RoutesThatHangStopNoOtherStreamTest extends CamelTestSupport {

    /** More than the pool has threads. */
    private static final int HANGING = 15;

    @RegisterExtension
    final ScriptedGateway gateway = new ScriptedGateway();

    private final CountDownLatch hanging = new CountDownLatch(HANGING);
    private final CountDownLatch release = new CountDownLatch(1);
    private final CountDownLatch more = new CountDownLatch(1);

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                String gatewayUrl = "baseUrl=" + gateway.baseUrl();
                from("direct:hangs").to("llmchat:m?chunksTo=direct:hangingChunk&" + gatewayUrl);
                from("direct:hangingChunk").process(chunk -> {
                    hanging.countDown();
                    release.await(60, TimeUnit.SECONDS);
                });
                from("direct:iterates").to("llmchat:m?streaming=true&" + gatewayUrl)
                        .split(body()).streaming().process(chunk -> hanging.countDown()).end();
                from("direct:runs").to("llmchat:m?chunksTo=mock:chunk&" + gatewayUrl);
            }
        };
    }

    @Test
    void aStreamCompletesWhileMoreChunkRoutesHangThanThePoolHasThreads() throws Exception {
        gateway.alwaysAnswers(Script.sse().text("Hel", "lo").finish("stop").done());
        List<Future<Object>> stuck = start("direct:hangs");
        await().atMost(Duration.ofSeconds(40)).until(() -> hanging.getCount() <= HANGING - 10);

        assertThat(template.requestBody("direct:runs", "hi", String.class)).isEqualTo("Hello");

        release.countDown();
        for (Future<Object> call : stuck) {
            assertThat(call.get(40, TimeUnit.SECONDS)).isEqualTo("Hello");
        }
        LlmChatComponent component = context.getComponent("llmchat", LlmChatComponent.class);
        await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> assertThat(component.getOpenStreams()).isZero());
    }

    @Test
    void aStreamCompletesWhileMoreStreamsAreIteratedThanThePoolHasThreads() throws Exception {
        gateway.alwaysAnswers(request -> request.body().contains("wait")
                ? Script.sse().text("a").hold(more).text("b").finish("stop").done()
                : Script.sse().text("Hel", "lo").finish("stop").done());
        List<Future<Object>> iterating = start("direct:iterates");
        assertThat(hanging.await(40, TimeUnit.SECONDS)).isTrue();

        assertThat(template.requestBody("direct:runs", "hi", String.class)).isEqualTo("Hello");

        more.countDown();
        for (Future<Object> call : iterating) {
            call.get(40, TimeUnit.SECONDS);
        }
    }

    private List<Future<Object>> start(String uri) {
        List<Future<Object>> calls = new ArrayList<>();
        // a pool of the test's own: Camel's producer template has ten threads
        var callers = context.getExecutorServiceManager().newFixedThreadPool(this, "callers", HANGING);
        for (int i = 0; i < HANGING; i++) {
            calls.add(callers.submit(() -> template.requestBody(uri, "wait")));
        }
        return calls;
    }
}

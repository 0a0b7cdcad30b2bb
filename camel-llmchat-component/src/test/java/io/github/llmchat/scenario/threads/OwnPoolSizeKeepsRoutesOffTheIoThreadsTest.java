package io.github.llmchat.scenario.threads;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.ScriptedGateway;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Camel's thread pools let the submitting thread run what does not fit into their queue. */
class OwnPoolSizeKeepsRoutesOffTheIoThreadsTest extends CamelTestSupport {

    private static final int CALLS = 20;

    @RegisterExtension
    final ScriptedGateway gateway = new ScriptedGateway();

    private final Set<String> threads = ConcurrentHashMap.newKeySet();
    private final CountDownLatch allAsked = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        ThreadPoolProfile profile = new ThreadPoolProfile("llmchat");
        profile.setPoolSize(1);
        profile.setMaxPoolSize(1);
        profile.setMaxQueueSize(1);
        context.getExecutorServiceManager().registerThreadPoolProfile(profile);
        return context;
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:chunk").process(chunk -> {
                    threads.add(Thread.currentThread().getName());
                    release.await(40, TimeUnit.SECONDS);
                });
            }
        };
    }

    @Test
    void alsoWithMoreStreamsThanTheProfilesQueueWouldHold() throws Exception {
        gateway.alwaysAnswers(Script.sse().hold(allAsked).text("Hello").finish("stop").done());
        AsyncProducer producer = context.getEndpoint("llmchat:m?chunksTo=direct:chunk&baseUrl=" + gateway.baseUrl())
                .createAsyncProducer();
        producer.start();
        CountDownLatch done = new CountDownLatch(CALLS);
        for (int i = 0; i < CALLS; i++) {
            Exchange exchange = producer.getEndpoint().createExchange();
            exchange.getMessage().setBody("hi");
            producer.process(exchange, sync -> done.countDown());
        }
        gateway.awaitRequests(CALLS, Duration.ofSeconds(20));
        allAsked.countDown();
        release.countDown();

        assertThat(done.await(40, TimeUnit.SECONDS)).isTrue();
        assertThat(threads).isNotEmpty().noneMatch(name -> name.startsWith("llmchat-io"));
        producer.stop();
    }
}

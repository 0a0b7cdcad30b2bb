package io.github.llmchat.scenario.chunks;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.github.llmchat.error.StreamCancelledException;
import io.github.llmchat.testing.Script;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A caller that is interrupted ends its call; of a pattern that goes on Camel tells nobody: the time limit ends it. */
class CallersThatGiveUpTest extends ChunkScenario {

    private final CountDownLatch running = new CountDownLatch(1);
    private final CountDownLatch aborted = new CountDownLatch(1);
    private final CountDownLatch stuck = new CountDownLatch(1);

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:call").onCompletion().to("mock:done").end()
                        .to(model("chunksTo=direct:chunk&streamTimeout=3000"));
                from("direct:call-without-limit").onCompletion().to("mock:done").end()
                        .to(model("chunksTo=direct:chunk"));
                from("direct:multicast").multicast().parallelProcessing().timeout(300).to("direct:call-without-limit").end()
                        .to("mock:went-on");
                from("direct:split").split(body()).parallelProcessing().timeout(300).to("direct:call-without-limit").end()
                        .to("mock:went-on");
                from("direct:chunk").process(chunk -> running.countDown());
                from("direct:transacted")
                        .process(exchange -> exchange.getUnitOfWork().beginTransactedBy(this))
                        .to(model("chunksTo=direct:chunk"));
                from("direct:stuck").to(model("chunksTo=direct:stuck-chunk"));
                from("direct:stuck-chunk").process(chunk -> {
                    running.countDown();
                    stuck.await(30, TimeUnit.SECONDS);
                });
            }
        };
    }

    @ParameterizedTest
    @ValueSource(strings = { "chunksTo=direct:chunk", "streaming=true&output=text", "streaming=true", "streaming=false" })
    void whoIsInterruptedEndsTheCall(String options) throws Exception {
        gateway.willAnswer((options.endsWith("false") ? Script.sse().contentType("application/json") : Script.sse())
                .comment("begun").awaitClientClose(aborted));
        MockEndpoint done = doneOnce();
        RouteBuilder.addRoutes(context, routes -> routes
                .from("direct:interrupted").errorHandler(routes.noErrorHandler())
                .onCompletion().to("mock:done").end().to(model(options)));
        Thread caller = new Thread(() -> template.request("direct:interrupted", e -> e.getMessage().setBody("hi")));
        caller.start();
        gateway.awaitRequests(1, LIMIT);

        caller.interrupt();

        waitFor(aborted);
        done.assertIsSatisfied();
        caller.join();
    }

    @Test
    void whoOnlyLeavesDoesNot() throws Exception {
        gateway.willAnswer(Script.sse().text("a").awaitClientClose(aborted));
        MockEndpoint done = doneOnce();

        Future<Object> call = template.asyncRequestBody("direct:call", "hi");
        waitFor(running);
        assertThatThrownBy(() -> template.extractFutureBody(call, 100, TimeUnit.MILLISECONDS, String.class))
                .isInstanceOf(TimeoutException.class);

        assertThat(aborted.getCount()).isEqualTo(1);
        waitFor(aborted);
        done.assertIsSatisfied();
    }

    @ParameterizedTest
    @ValueSource(strings = { "direct:multicast", "direct:split" })
    void norDoesTheTimeoutOfAPattern(String route) throws Exception {
        gateway.willAnswer(Script.sse().text("a").awaitClientClose(aborted));
        MockEndpoint done = doneOnce();
        getMockEndpoint("mock:went-on").expectedMessageCount(1);

        template.requestBody(route, "hi");

        getMockEndpoint("mock:went-on").assertIsSatisfied();
        assertThat(aborted.getCount()).as("the call goes on without its caller").isEqualTo(1);
        component().stop();
        waitFor(aborted);
        done.assertIsSatisfied();
    }

    @Test
    void aTransactedCallersCallEndsLikeOthers() throws Exception {
        gateway.willAnswer(Script.sse().text("a").awaitClientClose(aborted));
        Future<Exchange> call = template.asyncSend("direct:transacted", exchange -> exchange.getMessage().setBody("hi"));
        waitFor(running);

        component().stop();

        waitFor(aborted);
        assertThat(call.get(30, TimeUnit.SECONDS).getException()).isInstanceOf(StreamCancelledException.class);
    }

    @Test
    void aStreamThatHangsEndsWithTheContextAndHoldsNoOther() throws Exception {
        gateway.willAnswer(Script.sse().text("a", "b").awaitClientClose(aborted),
                Script.sse().text("a", "b").finish("stop").done());
        RunningCall hangs = call("direct:stuck");
        waitFor(running);

        assertThat(call("direct:call").answer()).isEqualTo("ab");

        context.getShutdownStrategy().setTimeUnit(TimeUnit.MILLISECONDS);
        context.getShutdownStrategy().setTimeout(100);
        Thread stopping = new Thread(context::stop);
        stopping.start();
        waitFor(aborted);
        hangs.failure(StreamCancelledException.class);
        stuck.countDown();
        stopping.join();
        assertThat(hangs.ends()).isEqualTo(1);
    }

    private MockEndpoint doneOnce() {
        MockEndpoint done = getMockEndpoint("mock:done");
        done.expectedMessageCount(1);
        done.setResultWaitTime(LIMIT.toMillis());
        done.setAssertPeriod(200);
        return done;
    }
}

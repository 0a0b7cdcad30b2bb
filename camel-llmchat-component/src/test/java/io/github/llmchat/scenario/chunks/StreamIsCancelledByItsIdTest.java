package io.github.llmchat.scenario.chunks;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import javax.management.ObjectName;

import io.github.llmchat.LlmChatConstants;
import io.github.llmchat.error.StreamCancelledException;
import io.github.llmchat.testing.Script;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StreamIsCancelledByItsIdTest extends ChunkScenario {

    private final CountDownLatch aborted = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final BlockingQueue<String> running = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> stuck = new LinkedBlockingQueue<>();

    @Override
    protected boolean useJmx() {
        return true;
    }

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:caller").to(model("chunksTo=direct:chunk"));
                from("direct:chunk").process(chunk -> running.add(id(chunk)));
                from("direct:stuck").to(model("chunksTo=direct:stuck-chunk"));
                from("direct:stuck-chunk").process(chunk -> {
                    stuck.add(id(chunk));
                    waitFor(release);
                });
                from("direct:stuck-at-end").to(model("chunksTo=direct:stuck-at-end-chunk"));
                from("direct:stuck-at-end-chunk").filter(header(LlmChatConstants.CHUNK_LAST)).to("direct:stuck-chunk");
            }
        };
    }

    @Test
    void onTheComponent() throws Exception {
        gateway.willAnswer(Script.sse().text("a").awaitClientClose(aborted));

        RunningCall call = call("direct:caller");
        assertThat(component().cancelStream(next(running))).isTrue();

        waitFor(aborted);
        assertThatItWasCancelled(call);
    }

    @Test
    void overJmx() throws Exception {
        gateway.willAnswer(Script.sse().text("a").awaitClientClose(aborted));

        RunningCall call = call("direct:caller");
        String id = next(running);
        assertThat(attribute("OpenStreams")).isEqualTo(1);
        assertThat(cancelOverJmx(id)).isEqualTo(true);

        waitFor(aborted);
        assertThatItWasCancelled(call);
        assertThat(attribute("OpenStreams")).isEqualTo(0);
        assertThat(attribute("OpenCalls")).isEqualTo(0);
        assertThat(attribute("BufferedChunks")).isEqualTo(0);
    }

    @Test
    void alsoWhileItsChunkRouteIsStuck() throws Exception {
        gateway.willAnswer(Script.sse().text("a", "b", "c").awaitClientClose(aborted));

        RunningCall call = call("direct:stuck");
        assertThat(component().cancelStream(next(stuck))).isTrue();

        waitFor(aborted);
        assertThatItWasCancelled(call);
        release.countDown();
    }

    @Test
    void alsoWhileItsClosingChunkIsStuck() throws Exception {
        gateway.willAnswer(Script.sse().text("a").finish("stop").done());

        RunningCall call = call("direct:stuck-at-end");
        assertThat(component().cancelStream(next(stuck))).isTrue();

        assertThatItWasCancelled(call);
        release.countDown();
    }

    @Test
    void onceAndOnlyWhileItRuns() throws Exception {
        gateway.willAnswer(Script.sse().text("a").finish("stop").done(), Script.sse().text("a").awaitClientClose(aborted));

        call("direct:caller").answer();
        String ended = next(running);
        running.clear();
        RunningCall call = call("direct:caller");
        String id = next(running);

        assertThat(component().cancelStream(ended)).isFalse();
        assertThat(component().cancelStream("nobody's")).isFalse();
        assertThat(call.hasEnded()).isFalse();
        assertThat(component().cancelStream(id)).isTrue();
        assertThat(component().cancelStream(id)).isFalse();
        assertThatItWasCancelled(call);
    }

    private static void assertThatItWasCancelled(RunningCall call) {
        StreamCancelledException failure = call.failure(StreamCancelledException.class);
        assertThat(failure).hasMessageContaining("cancelStream");
        assertThat(failure.partialCompletion().text()).isEqualTo("a");
        assertThat(call.ends()).isEqualTo(1);
    }

    private static String id(Exchange chunk) {
        return chunk.getMessage().getHeader(LlmChatConstants.STREAM_ID, String.class);
    }

    private static String next(BlockingQueue<String> ids) throws InterruptedException {
        return ids.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    private Object cancelOverJmx(String id) throws Exception {
        return context.getManagementStrategy().getManagementAgent().getMBeanServer()
                .invoke(mbean(), "cancelStream", new Object[] { id }, new String[] { String.class.getName() });
    }

    private Object attribute(String name) throws Exception {
        return context.getManagementStrategy().getManagementAgent().getMBeanServer().getAttribute(mbean(), name);
    }

    private ObjectName mbean() throws Exception {
        return context.getManagementStrategy().getManagementObjectNameStrategy()
                .getObjectNameForComponent(component(), "llmchat");
    }
}

package io.github.llmchat.scenario.tools;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.github.llmchat.error.StreamCancelledException;
import io.github.llmchat.scenario.stream.Way;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static java.util.concurrent.CompletableFuture.runAsync;
import static org.assertj.core.api.Assertions.assertThat;

/** While a tool is at work there is no connection to close; the exchange ends all the same, and asks nothing more. */
class CallsThatAreGivenUpWhileToolsRunTest extends ToolScenario {

    private final HeldStep held = new HeldStep(1);

    @Override
    protected void routes(RouteBuilder builder) {
        builder.from("llmchat-tool:held?tags=t").process(held).setBody().constant("late");
    }

    @AfterEach
    void release() {
        held.release();
    }

    @ParameterizedTest
    @EnumSource
    void byTheComponentThatStops(Way way) throws Exception {
        CompletableFuture<Exchange> asking = asking(way);

        component().stop();

        assertEnded(asking);
    }

    @ParameterizedTest
    @EnumSource
    void byTheRouteThatStops(Way way) throws Exception {
        CompletableFuture<Exchange> asking = asking(way);
        String id = context.getRoutes().stream().filter(route -> route.getEndpoint().getEndpointUri().contains("take"))
                .findFirst().orElseThrow().getRouteId();

        context.getRouteController().stopRoute(id, 50, TimeUnit.MILLISECONDS);

        assertEnded(asking);
    }

    private CompletableFuture<Exchange> asking(Way way) throws Exception {
        gateway.willAnswer(asks(way, "c1 held {}"));
        CompletableFuture<Exchange> asking = CompletableFuture.supplyAsync(() -> {
            try {
                return take(way, "tags=t").exchange();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        held.awaitReached();
        return asking;
    }

    private void assertEnded(CompletableFuture<Exchange> asking) throws Exception {
        assertThat(asking.get(15, TimeUnit.SECONDS).getException()).isInstanceOf(StreamCancelledException.class);
        runAsync(held::release).get(15, TimeUnit.SECONDS);
        assertThat(requests()).as("what the tool brings late is not sent").hasSize(1);
    }
}

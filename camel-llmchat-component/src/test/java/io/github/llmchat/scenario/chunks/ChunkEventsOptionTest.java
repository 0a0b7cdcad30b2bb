package io.github.llmchat.scenario.chunks;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.llmchat.LlmChatConstants;
import io.github.llmchat.testing.Script;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeEvent;
import org.apache.camel.spi.CamelEvent.Type;
import org.apache.camel.support.EventNotifierSupport;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChunkEventsOptionTest extends ChunkScenario {

    private final List<ExchangeEvent> ofCallers = new CopyOnWriteArrayList<>();
    private final List<ExchangeEvent> ofChunks = new CopyOnWriteArrayList<>();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext created = super.createCamelContext();
        created.getManagementStrategy().addEventNotifier(new Notifier());
        return created;
    }

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:silent").to(model("chunksTo=direct:chunk"));
                from("direct:telling").to(model("chunkEvents=true&chunksTo=direct:chunk"));
                from("direct:telling-no-route").to(model("chunkEvents=true&chunksTo=mock:chunks"));
                from("direct:chunk").to("mock:chunks");
            }
        };
    }

    @Test
    void byDefaultNotifiersHearOfTheCallerAlone() {
        gateway.willAnswer(Script.sse().text("a", "b").finish("stop").done());

        call("direct:silent").answer();

        assertThat(types(ofChunks)).doesNotContain(Type.ExchangeCreated, Type.ExchangeCompleted);
        assertThat(types(ofCallers)).contains(Type.ExchangeCreated, Type.ExchangeCompleted);
    }

    @Test
    void withChunkEventsTheyHearOfEachChunk() {
        gateway.willAnswer(Script.sse().text("a", "b").finish("stop").done());

        call("direct:telling").answer();

        assertThat(types(ofChunks)).filteredOn(type -> type == Type.ExchangeCreated).hasSize(4);
        assertThat(types(ofChunks)).filteredOn(type -> type == Type.ExchangeCompleted).hasSize(4);
    }

    @Test
    void alsoWhereTheTargetIsNoRoute() {
        gateway.willAnswer(Script.sse().text("a", "b").finish("stop").done());

        call("direct:telling-no-route").answer();

        assertThat(types(ofChunks)).filteredOn(type -> type == Type.ExchangeCreated).hasSize(4);
        assertThat(types(ofChunks)).filteredOn(type -> type == Type.ExchangeCompleted).hasSize(4);
    }

    private static List<Type> types(List<ExchangeEvent> events) {
        return events.stream().map(CamelEvent::getType).toList();
    }

    private final class Notifier extends EventNotifierSupport {

        @Override
        public void notify(CamelEvent event) {
            if (event instanceof ExchangeEvent about) {
                boolean chunk = about.getExchange().getMessage().getHeader(LlmChatConstants.CHUNK_INDEX) != null;
                (chunk ? ofChunks : ofCallers).add(about);
            }
        }
    }
}

package io.github.llmchat.scenario.stream;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.stream.ChatStream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** Scenarios that are the same in whichever {@link Way} a route takes the answer. */
public abstract class EveryWay extends GatewayScenario {

    private final List<String> texts = new CopyOnWriteArrayList<>();
    private final AtomicReference<ChatCompletion> completion = new AtomicReference<>();
    private int takes;

    /** Asks once in this way; for one call after the other. */
    protected final Got take(Way way, String options) throws Exception {
        String all = options.isEmpty() ? way.options : way.options + "&" + options;
        String route = "direct:take" + ++takes;
        texts.clear();
        completion.set(null);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(route).to(llmchat(all)).process(exchange -> taken(way, exchange));
                if (takes == 1) {
                    from("direct:chunks").process(exchange -> keep(exchange.getMessage().getBody(ChatChunk.class)));
                }
            }
        });
        Exchange exchange = ask(route);
        return new Got(List.copyOf(texts), exchange.getException() == null ? completion.get() : null, exchange);
    }

    private void taken(Way way, Exchange exchange) throws Exception {
        if (way == Way.ITERATOR) {
            exchange.getMessage().getBody(ChatStream.class).forEachRemaining(this::keep);
        } else if (way == Way.PUBLISHER) {
            subscribe(exchange.getMessage().getBody(ChatStream.class));
        } else {
            completion.set(exchange.getMessage().getBody(ChatCompletion.class));
            if (way != Way.CHUNKS_TO) {
                texts.add(completion.get().text());
            }
        }
    }

    private void subscribe(ChatStream stream) throws Exception {
        Probe probe = new Probe(Long.MAX_VALUE);
        stream.subscribe(probe);
        try {
            probe.awaitEnd();
        } catch (AssertionError e) {
            // an error would leave Camel's hands, and the exchange would never be done
            throw new IllegalStateException(e);
        }
        probe.chunks.forEach(this::keep);
        if (probe.error != null) {
            throw (Exception) probe.error;
        }
    }

    private void keep(ChatChunk chunk) {
        if (chunk.last()) {
            completion.set(chunk.completion());
        } else if (!chunk.content().isEmpty()) {
            texts.add(chunk.content());
        }
    }
}

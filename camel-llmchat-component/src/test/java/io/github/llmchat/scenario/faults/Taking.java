package io.github.llmchat.scenario.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.testing.Script;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** The ways in which a route takes an answer. */
enum Taking {

    /** Not streamed. */
    PLAIN("output=completion") {
        @Override
        void route(RouteBuilder builder, String from, String call) {
            builder.from(from).to(call).process(Taking::whole);
        }
    },
    /** Streamed on the wire, whole in the body. */
    WHOLE("streaming=true&output=completion") {
        @Override
        void route(RouteBuilder builder, String from, String call) {
            builder.from(from).to(call).process(Taking::whole);
        }
    },
    /** Each chunk an exchange. */
    CHUNKS_TO("output=completion&chunksTo=direct:chunks") {
        @Override
        void route(RouteBuilder builder, String from, String call) {
            builder.from(from).to(call);
        }
    },
    /** The body is a stream that the Splitter iterates over. */
    SPLIT("streaming=true") {
        @Override
        void route(RouteBuilder builder, String from, String call) {
            builder.from(from).to(call).split(builder.body()).streaming().stopOnException().to("direct:chunks");
        }
    },
    /** The body is a stream that is subscribed to. */
    PUBLISHER("streaming=true") {
        @Override
        void route(RouteBuilder builder, String from, String call) {
            builder.from(from).to(call).process(new SubscribeToBody());
        }
    };

    /** Where an exchange and those of its chunks keep the texts that came. */
    static final String TEXTS = "texts";

    final String options;

    Taking(String options) {
        this.options = options;
    }

    /** What a gateway that works sends. */
    Script answer(String text) {
        return streams() ? Script.sse().text(text.split("(?<= )")).finish("stop").done() : Script.answer(text);
    }

    /** Adds a route that makes the call and takes its answer in this way. */
    abstract void route(RouteBuilder builder, String from, String call);

    boolean streams() {
        return this != PLAIN;
    }

    static List<String> begin(Exchange exchange) {
        List<String> texts = Collections.synchronizedList(new ArrayList<>());
        exchange.setProperty(TEXTS, texts);
        return texts;
    }

    static void chunk(Exchange exchange) {
        chunk(exchange, exchange.getMessage().getBody(ChatChunk.class));
    }

    static void chunk(Exchange exchange, ChatChunk chunk) {
        if (!chunk.content().isEmpty()) {
            texts(exchange).add(chunk.content());
        }
    }

    private static void whole(Exchange exchange) {
        texts(exchange).add(exchange.getMessage().getBody(ChatCompletion.class).text());
    }

    @SuppressWarnings("unchecked")
    private static List<String> texts(Exchange exchange) {
        return exchange.getProperty(TEXTS, List.class);
    }
}

package io.github.llmchat.examples.gateway;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.llmchat.LlmChatConstants;
import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.model.ChatRequest;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;

/**
 * Measures what a request takes. The upstream's own counts are taken if there are any. There are none when a client
 * stops an answer: then a chunk counts as a token, and so do four characters of the request. Called by routes, on any
 * thread.
 */
public final class UsageMeter {

    private static final String PROPERTY = "meter";
    private static final int CHARACTERS_IN_A_TOKEN = 4;

    private final Clock clock;

    UsageMeter(Clock clock) {
        this.clock = clock;
    }

    /** One request; its chunks are counted on other threads than it ends on. */
    private record Reading(int characters, AtomicInteger chunks) {
    }

    /**
     * A request is let in.
     *
     * @param request  what the client sent
     * @param exchange gets the property {@code meter}
     */
    public void begin(@Body ChatRequest request, Exchange exchange) {
        int characters = request.messages().stream().mapToInt(message -> message.content().length()).sum();
        exchange.setProperty(PROPERTY, new Reading(characters, new AtomicInteger()));
    }

    /**
     * A chunk of an answer has come; it stays as it is.
     *
     * @param chunk    the chunk
     * @param exchange has the property {@code meter}
     */
    public void chunk(@Body ChatChunk chunk, Exchange exchange) {
        if (!chunk.last() && !chunk.choices().isEmpty()) {
            exchange.getProperty(PROPERTY, Reading.class).chunks().incrementAndGet();
        }
    }

    /**
     * A request is over.
     *
     * @param  exchange how it ended
     * @return          the usage as JSON, which is in no way longer than a few hundred characters
     */
    public String record(Exchange exchange) {
        Throwable failure = exchange.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, Throwable.class);
        Long prompt = exchange.getMessage().getHeader(LlmChatConstants.PROMPT_TOKENS, Long.class);
        Long completion = exchange.getMessage().getHeader(LlmChatConstants.COMPLETION_TOKENS, Long.class);
        Reading reading = exchange.getProperty(PROPERTY, Reading.class);
        boolean counted = prompt != null && completion != null;
        int chunks = reading.chunks().get();
        boolean untouched = !counted && failure != null && chunks == 0;
        int guessed = untouched ? 0 : (reading.characters() + CHARACTERS_IN_A_TOKEN - 1) / CHARACTERS_IN_A_TOKEN;
        return new UsageRecord(
                clock.instant().toString(), header(exchange, LlmChatConstants.CLIENT),
                header(exchange, LlmChatConstants.REQUESTED_MODEL), header(exchange, LlmChatConstants.RESPONSE_MODEL),
                counted ? prompt : guessed, counted ? completion : chunks, !counted && !untouched,
                failure == null ? null : failure.getClass().getSimpleName()).toJson();
    }

    private static String header(Exchange exchange, String name) {
        return exchange.getMessage().getHeader(name, String.class);
    }
}

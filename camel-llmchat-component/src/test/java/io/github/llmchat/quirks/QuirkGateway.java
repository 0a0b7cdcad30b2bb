package io.github.llmchat.quirks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.github.llmchat.LlmChatComponent;
import io.github.llmchat.error.ChatException;
import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.stream.ChatStream;
import io.github.llmchat.testing.RecordedRequest;
import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.ScriptedGateway;
import io.github.llmchat.testing.SseScript;
import org.apache.camel.Exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Sends calls through real routes to a scripted gateway. Each call is answered by the script it is given. Made for one
 * test thread.
 */
final class QuirkGateway implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String WHOLE = "output=completion";
    private static final String STREAMED = "streaming=true&output=completion";
    private static final String CHUNKS = "streaming=true";

    private final ScriptedGateway server;
    private final QuirkRoutes routes;
    private final String options;

    private QuirkGateway(ScriptedGateway server, QuirkRoutes routes, String options) {
        this.server = server;
        this.routes = routes;
        this.options = options;
    }

    /** Starts a gateway and a Camel context. */
    static QuirkGateway start() throws Exception {
        ScriptedGateway server = new ScriptedGateway().start();
        return new QuirkGateway(server, QuirkRoutes.start(server.baseUrl()), "");
    }

    /**
     * The same gateway, called with further endpoint options.
     *
     * @param more options as in a URI, such as {@code lenient=true&readTimeout=500}
     */
    QuirkGateway with(String more) {
        return new QuirkGateway(server, routes, options.isEmpty() ? more : options + "&" + more);
    }

    /** The answer to a plain call that gets this JSON with status 200. */
    ChatCompletion whole(String json) {
        return whole(Script.json(json));
    }

    /** The answer to a plain call. */
    ChatCompletion whole(Script script) {
        return completion(call(WHOLE, script));
    }

    /** The answer that a stream adds up to: an event for each of these, then {@code [DONE]}. */
    ChatCompletion streamed(String... data) {
        return streamed(events(data));
    }

    /** The answer that a stream adds up to. */
    ChatCompletion streamed(Script script) {
        return completion(call(STREAMED, script));
    }

    /**
     * All chunks of a stream, read as an iterator, the closing chunk included: an event for each, then {@code [DONE]}.
     */
    List<ChatChunk> chunks(String... data) {
        return chunks(events(data));
    }

    /** All chunks of a stream, read as an iterator, the closing chunk included. */
    List<ChatChunk> chunks(Script script) {
        return chunks(script, chunk -> {
        });
    }

    /** Like {@link #chunks(Script)}; each chunk is shown to the listener before the next is asked for. */
    List<ChatChunk> chunks(Script script, Consumer<ChatChunk> listener) {
        Reading reading = new Reading(listener);
        Exchange exchange = call(CHUNKS, script, "Hello", Map.of(), reading);
        assertThat(exchange.getException()).as("exception of the call").isNull();
        return reading.chunks;
    }

    /** The failure of a plain call that gets this JSON with status 200. */
    ChatException wholeFails(String json) {
        return wholeFails(Script.json(json));
    }

    /** The failure of a plain call. */
    ChatException wholeFails(Script script) {
        return failure(call(WHOLE, script));
    }

    /** The failure of a stream: an event for each of these, then {@code [DONE]}. */
    ChatException streamFails(String... data) {
        return streamFails(events(data));
    }

    /** The failure of a stream. */
    ChatException streamFails(Script script) {
        return failure(call(STREAMED, script));
    }

    /** A plain call, or a streamed one if the options say so, with this body and these headers. */
    Exchange call(Script script, Object body, Map<String, ?> headers) {
        return call(WHOLE, script, body, headers, exchange -> {
        });
    }

    /**
     * What a call with this body and these headers sends. It is answered with {@code Hello}, streamed if that was asked
     * for, and must succeed.
     */
    RecordedRequest sent(Object body, Map<String, ?> headers) {
        int before = server.requests().size();
        server.alwaysAnswers(request -> request.json().path("stream").asBoolean()
                ? Script.sse().text("Hel", "lo").finish("stop").done() : Script.answer("Hello"));
        Exchange exchange = routes.call(options(WHOLE), body, headers, done -> {
        });
        assertThat(exchange.getException()).as("exception of the call").isNull();
        assertThat(server.requests()).hasSize(before + 1);
        return lastRequest();
    }

    /** The last request that came. */
    RecordedRequest lastRequest() {
        List<RecordedRequest> requests = server.requests();
        return requests.get(requests.size() - 1);
    }

    /** The gateway itself, for what the other methods do not offer. */
    ScriptedGateway server() {
        return server;
    }

    /** Runs a case; afterwards whatever its calls held must have been given back. */
    void run(Check check) throws Exception {
        try {
            check.run(this);
            if (!isIdle()) {
                await().atMost(SOON).untilAsserted(this::assertNothingOpen);
            }
        } finally {
            server.reset();
        }
    }

    /** A stream of one event for each of these, then {@code [DONE]}. */
    static SseScript events(String... data) {
        SseScript script = Script.sse();
        for (String event : data) {
            script = script.event(event);
        }
        return script.done();
    }

    @Override
    public void close() throws Exception {
        routes.close();
        server.close();
    }

    /** Whether no call holds anything. */
    boolean isIdle() {
        LlmChatComponent component = routes.component();
        return component.getOpenStreams() + component.getOpenCalls() + component.getLeasedConnections()
               + component.getBufferedChunks() == 0;
    }

    private void assertNothingOpen() {
        LlmChatComponent component = routes.component();
        assertThat(component.getOpenStreams()).as("open streams").isZero();
        assertThat(component.getOpenCalls()).as("open calls").isZero();
        assertThat(component.getLeasedConnections()).as("leased connections").isZero();
        assertThat(component.getBufferedChunks()).as("buffered chunks").isZero();
    }

    private Exchange call(String way, Script script) {
        return call(way, script, "Hello", Map.of(), exchange -> {
        });
    }

    private Exchange call(String way, Script script, Object body, Map<String, ?> headers, QuirkRoutes.Reader reader) {
        server.willAnswer(script);
        return routes.call(options(way), body, headers, reader);
    }

    private String options(String way) {
        return options.isEmpty() ? way : way + "&" + options;
    }

    private static ChatCompletion completion(Exchange exchange) {
        assertThat(exchange.getException()).as("exception of the call").isNull();
        return exchange.getMessage().getBody(ChatCompletion.class);
    }

    private static ChatException failure(Exchange exchange) {
        assertThat(exchange.getException()).as("exception of the call").isInstanceOf(ChatException.class);
        return (ChatException) exchange.getException();
    }

    /** Takes all chunks of a stream. */
    private static final class Reading implements QuirkRoutes.Reader {

        private final List<ChatChunk> chunks = new ArrayList<>();
        private final Consumer<ChatChunk> listener;

        Reading(Consumer<ChatChunk> listener) {
            this.listener = listener;
        }

        @Override
        public void read(Exchange exchange) {
            exchange.getMessage().getBody(ChatStream.class).forEachRemaining(chunk -> {
                chunks.add(chunk);
                listener.accept(chunk);
            });
        }
    }
}

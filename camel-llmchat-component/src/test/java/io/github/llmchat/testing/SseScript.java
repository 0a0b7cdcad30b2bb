package io.github.llmchat.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A streamed response, made by {@link Script#sse()}. Immutable: every method returns a new script. Steps are played in
 * the order in which they were added, each event in a write (and an HTTP chunk) of its own. Unless an ending was chosen
 * the body is ended properly after the last step, and the connection is kept for the next request. The endings return a
 * plain {@link Script}, because nothing can follow them.
 */
public final class SseScript extends Script {

    private final ResponseHead head;
    private final StreamPlan plan;
    private final ChatJson json;
    private final boolean roleSent;

    private SseScript(ResponseHead head, StreamPlan plan, ChatJson json, boolean roleSent) {
        this.head = head;
        this.plan = plan;
        this.json = json;
        this.roleSent = roleSent;
    }

    static SseScript empty() {
        ResponseHead head = ResponseHead.of(200).with("Content-Type", "text/event-stream").with("Cache-Control", "no-cache");
        return new SseScript(head, StreamPlan.EMPTY, new ChatJson(ID, MODEL), false);
    }

    /** Sets {@code id} and {@code model} of the chunks that are added after this call. */
    public SseScript identity(String id, String model) {
        return new SseScript(head, plan, new ChatJson(id, model), roleSent);
    }

    /** Adds the usual first chunk: the role and an empty text. */
    public SseScript role() {
        ObjectNode delta = ChatJson.object().put("role", "assistant").put("content", "").putNull("refusal");
        return new SseScript(head, plan, json, true).event(json.chunk(0, delta, null));
    }

    /** Adds one chunk per piece of text. The first one has the role too, unless {@link #role()} came before. */
    public SseScript text(String... pieces) {
        List<BodyStep> steps = new ArrayList<>();
        for (String piece : pieces) {
            ObjectNode delta = ChatJson.object();
            if (!roleSent && steps.isEmpty()) {
                delta.put("role", "assistant");
            }
            byte[] event = eventBytes(json.chunk(0, delta.put("content", piece), null));
            steps.add(body -> body.write(event));
        }
        return new SseScript(head, plan.steps(steps), json, roleSent || pieces.length > 0);
    }

    /**
     * Adds a chunk with this delta.
     *
     * @param  choice                   the choice's {@code index}, from 0
     * @param  delta                    the {@code delta} as a JSON object
     * @throws IllegalArgumentException if it is not JSON
     */
    public SseScript delta(int choice, String delta) {
        return event(json.chunk(choice, ChatJson.parse(delta), null));
    }

    /**
     * Adds the chunks of one tool call of choice 0: first id, type, name and empty arguments, then one chunk per piece.
     *
     * @param index     the call's {@code index}, from 0
     * @param callId    the call's {@code id}
     * @param name      the function's name
     * @param arguments pieces of the JSON text of the arguments
     */
    public SseScript toolCall(int index, String callId, String name, String... arguments) {
        SseScript script = event(json.chunk(0, ChatJson.toolCall(index, callId, name, ""), null));
        for (String piece : arguments) {
            script = script.event(json.chunk(0, ChatJson.toolCall(index, null, null, piece), null));
        }
        return script;
    }

    /** Adds the chunk that ends choice 0: an empty delta and this {@code finish_reason}. */
    public SseScript finish(String reason) {
        return event(json.chunk(0, ChatJson.object(), reason));
    }

    /** Adds the chunk with the usage and no choices, as sent for {@code include_usage}. The total is the sum. */
    public SseScript usage(int promptTokens, int completionTokens) {
        return event(json.usage(promptTokens, completionTokens));
    }

    /** Adds {@code data: [DONE]}. */
    public SseScript done() {
        return event("[DONE]");
    }

    /** Adds an event. Each line of the data becomes a {@code data:} line. */
    public SseScript event(String data) {
        return raw(eventBytes(data));
    }

    /** Adds a comment line and a blank line, as gateways send to keep a connection open. */
    public SseScript comment(String text) {
        return raw(": " + text + "\n\n");
    }

    /** Adds this text, in UTF-8, to the body as it is. */
    public SseScript raw(String text) {
        return raw(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds these bytes, copied, to the body as they are. */
    public SseScript raw(byte[] bytes) {
        byte[] copy = bytes.clone();
        return with(plan.step(body -> body.write(copy)));
    }

    /** Waits until the test counts the latch down; the test fails after 30 s. Ends early when the client closes. */
    public SseScript hold(CountDownLatch latch) {
        return with(plan.step(body -> body.wire().hold(latch)));
    }

    /** Like {@link #hold}, but before the status line and the headers. */
    public SseScript holdHeaders(CountDownLatch latch) {
        return with(plan.before(wire -> wire.hold(latch)));
    }

    /** Waits this long. For load scripts: tests should {@link #hold}. */
    public SseScript pause(Duration time) {
        return with(plan.step(body -> body.wire().pause(time)));
    }

    /** Runs this on the connection's thread. An exception fails the test. */
    public SseScript then(Runnable action) {
        return with(plan.step(body -> action.run()));
    }

    /**
     * Writes all that follows in pieces of this size, each with a write, and an HTTP chunk, of its own. What one step
     * sends never waits for the next, so the last piece of a step may be shorter.
     *
     * @param bytes 1 or more; counted after compression
     */
    public SseScript splitEvery(int bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("pieces of " + bytes + " bytes");
        }
        return with(plan.step(body -> body.splitEvery(bytes)));
    }

    /** Replaces the status 200, wherever in the script this is called. */
    public SseScript withStatus(int status) {
        return new SseScript(new ResponseHead(status, head.headers()), plan, json, roleSent);
    }

    /** Adds a header field, wherever in the script this is called. */
    public SseScript header(String name, String value) {
        return new SseScript(head.with(name, value), plan, json, roleSent);
    }

    /** Replaces {@code text/event-stream}; {@code null} sends no {@code Content-Type}. */
    public SseScript contentType(String contentType) {
        ResponseHead bare = head.without("Content-Type");
        return new SseScript(contentType == null ? bare : bare.with("Content-Type", contentType), plan, json, roleSent);
    }

    /** Sends the body without chunked coding, with {@code Connection: close}; the end of the connection ends it. */
    public SseScript closeDelimited() {
        return with(plan.closeDelimited());
    }

    /**
     * Sends the whole body with {@code Content-Encoding: gzip}, flushed after each step, whatever the client accepts.
     */
    public SseScript gzip() {
        return with(plan.gzip());
    }

    /** Ends by closing the connection (FIN) without the terminating chunk. */
    public Script cut() {
        return with(plan.step(body -> body.wire().close()));
    }

    /** Ends by resetting the connection (RST), which may destroy what the client has not read yet. */
    public Script reset() {
        return with(plan.step(body -> body.wire().reset()));
    }

    /** Ends in silence: the connection stays open until the client closes it or the gateway stops. */
    public Script stall() {
        return with(plan.step(body -> body.wire().stall()));
    }

    /** Ends the body properly and closes the connection (FIN) at once, without having announced it. */
    public Script closeAfterwards() {
        return with(plan.step(BodyWriter::finish)).cut();
    }

    /** Ends the body properly and resets the connection (RST) at once, which may destroy what is still unread. */
    public Script resetAfterwards() {
        return with(plan.step(BodyWriter::finish)).reset();
    }

    /**
     * Ends in silence until the client has closed or reset the connection, then counts down. By then
     * {@link ScriptedGateway#clientAborts()} has counted it. A client that closes during an earlier step ends the
     * script there, and is counted in the same way. The test fails if the client has not closed within 30 s of silence.
     */
    public Script awaitClientClose(CountDownLatch closed) {
        SseScript awaiting = with(plan.step(body -> body.wire().awaitClientClose()));
        return of(wire -> {
            try {
                awaiting.play(wire);
            } catch (ClientClosedException e) {
                closed.countDown();
                throw e;
            }
            closed.countDown();
        });
    }

    @Override
    void play(Wire wire) throws IOException, InterruptedException {
        plan.play(head, wire);
    }

    private static byte[] eventBytes(String data) {
        return ("data: " + data.replace("\n", "\ndata: ") + "\n\n").getBytes(StandardCharsets.UTF_8);
    }

    private SseScript with(StreamPlan changed) {
        return new SseScript(head, changed, json, roleSent);
    }
}

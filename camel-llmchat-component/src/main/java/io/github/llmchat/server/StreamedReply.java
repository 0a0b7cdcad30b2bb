package io.github.llmchat.server;

import java.util.concurrent.Flow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.model.Choice;
import io.github.llmchat.model.Json;
import io.github.llmchat.sse.SseEncoder;

/**
 * Writes a stream as server-sent events, each piece as it comes, and asks for the next one when the client has room for
 * it. A gateway's chunk goes out with the bytes it came in.
 */
final class StreamedReply implements Flow.Subscriber<Object> {

    private final ServerCall call;
    private final ResponseSink sink;
    private final Pieces pieces;
    private final StreamWishes wishes;
    private volatile Flow.Subscription subscription;
    private boolean begun;
    private boolean finishSeen;
    private boolean toolCallsSeen;
    private boolean usageSeen;
    private boolean toolRounds;
    private ChatCompletion completion;

    StreamedReply(ServerCall call, ResponseSink sink, Pieces pieces, StreamWishes wishes) {
        this.call = call;
        this.sink = sink;
        this.pieces = pieces;
        this.wishes = wishes;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        call.onGone(given::cancel);
        given.request(1);
    }

    @Override
    public void onNext(Object piece) {
        try {
            take(piece);
        } catch (RuntimeException e) {
            // not a text, and nothing that can be made one
            subscription.cancel();
            call.fail(e);
            return;
        }
        if (sink.hasRoom()) {
            subscription.request(1);
        } else {
            sink.onRoom(() -> subscription.request(1));
        }
    }

    private void take(Object piece) {
        ChatChunk chunk = pieces.chunk(piece);
        if (chunk == null) {
            text(pieces.textChunk(piece));
        } else if (chunk.last()) {
            completion = chunk.completion();
            call.completed(completion);
        } else {
            pass(chunk);
        }
    }

    private void text(ObjectNode chunk) {
        if (chunk != null) {
            beginOwn();
            send(Json.bytes(chunk));
        }
    }

    private void pass(ChatChunk chunk) {
        if (chunk.isToolRound()) {
            // the client would take the calls for its own, and their finish reason for the end
            toolRounds = true;
            return;
        }
        if (chunk.hasUsage() && chunk.choices().isEmpty()) {
            if (toolRounds) {
                // that of the last round; the closing chunk has the sum
                return;
            }
            // OpenAI sends it to those who ask; many clients of others look at the first choice of every chunk
            usageSeen = true;
            if (!wishes.usage()) {
                return;
            }
        }
        finishSeen |= chunk.finishReason() != null;
        toolCallsSeen = toolCallsSeen || !chunk.isPlain() && !chunk.toolCallDeltas().isEmpty();
        send(chunk.dataBytes());
    }

    /** A stream that no gateway began. */
    private void beginOwn() {
        if (!begun) {
            send(Json.bytes(pieces.own().role(0)));
        }
    }

    private void send(byte[] json) {
        begun = true;
        sink.write(SseEncoder.event(json));
    }

    @Override
    public void onComplete() {
        beginOwn();
        if (!finishSeen) {
            finish();
        }
        if (wishes.usage() && !usageSeen && completion != null && completion.usage() != null) {
            send(Json.bytes(pieces.own().usage(completion.usage().copyOfTree())));
        }
        sink.write(Replies.DONE);
        sink.end();
    }

    /** Clients wait for the reason, which some gateways never send. */
    private void finish() {
        if (completion == null || completion.choices().isEmpty()) {
            send(Json.bytes(pieces.own().finish(0, toolCallsSeen ? "tool_calls" : "stop")));
            return;
        }
        for (Choice choice : completion.choices()) {
            String reason = choice.finishReason();
            send(Json.bytes(pieces.own().finish(choice.index(), reason == null ? "stop" : reason)));
        }
    }

    @Override
    public void onError(Throwable failure) {
        call.fail(failure);
    }
}

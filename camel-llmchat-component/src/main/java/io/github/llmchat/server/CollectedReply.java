package io.github.llmchat.server;

import java.util.concurrent.Flow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.stream.ChunkAccumulator;

/** Waits for the end of a stream, for a client that wants the answer in one piece. */
final class CollectedReply implements Flow.Subscriber<Object> {

    private final ServerCall call;
    private final ResponseSink sink;
    private final Pieces pieces;
    private final ChunkAccumulator accumulator = new ChunkAccumulator();
    private Flow.Subscription subscription;
    private ChatCompletion completion;

    CollectedReply(ServerCall call, ResponseSink sink, Pieces pieces) {
        this.call = call;
        this.sink = sink;
        this.pieces = pieces;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        call.onGone(subscription::cancel);
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(Object piece) {
        try {
            take(piece);
        } catch (RuntimeException e) {
            // not a text, and nothing that can be made one
            subscription.cancel();
            call.fail(e);
        }
    }

    private void take(Object piece) {
        ChatChunk chunk = pieces.chunk(piece);
        if (chunk == null) {
            ObjectNode text = pieces.textChunk(piece);
            if (text != null) {
                accumulator.add(OwnChunks.asChunk(text));
            }
        } else if (chunk.last()) {
            completion = chunk.completion();
        } else {
            accumulator.add(chunk);
        }
    }

    @Override
    public void onComplete() {
        if (completion == null) {
            if (accumulator.isEmpty()) {
                accumulator.add(OwnChunks.asChunk(pieces.own().role(0)));
            }
            completion = accumulator.completion();
        }
        call.completed(completion);
        Replies.completion(call.id(), completion, sink);
    }

    @Override
    public void onError(Throwable failure) {
        call.fail(failure);
    }
}

package io.github.llmchat.scenario.via;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.Consumer;

import io.github.llmchat.model.ChatChunk;

/** Reads a publisher, one element at a time, and fails if signals come at the same time or unasked. */
final class Collecting implements Flow.Subscriber<ChatChunk> {

    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final List<ChatChunk> to;
    private final Consumer<ChatChunk> each;
    private Flow.Subscription subscription;
    private boolean asked;

    private Collecting(List<ChatChunk> to, Consumer<ChatChunk> each) {
        this.to = to;
        this.each = each;
    }

    static CompletableFuture<Void> from(Flow.Publisher<ChatChunk> publisher, List<ChatChunk> to, Consumer<ChatChunk> each) {
        Collecting collecting = new Collecting(to, each);
        publisher.subscribe(collecting);
        return collecting.end;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        asked = true;
        given.request(1);
    }

    @Override
    public void onNext(ChatChunk chunk) {
        if (!asked) {
            end.completeExceptionally(new AssertionError("unasked: " + chunk));
        }
        asked = false;
        to.add(chunk);
        each.accept(chunk);
        asked = true;
        subscription.request(1);
    }

    @Override
    public void onError(Throwable failure) {
        end.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        end.complete(null);
    }
}

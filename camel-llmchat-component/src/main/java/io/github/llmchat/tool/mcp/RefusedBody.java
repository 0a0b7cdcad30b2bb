package io.github.llmchat.tool.mcp;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** The body of an answer that is a refusal: not read, because it may be anything. */
final class RefusedBody<T> implements BodySubscriber<T> {

    private final McpFailure failure;

    RefusedBody(int status) {
        failure = new McpFailure("it answered with HTTP status " + status);
    }

    @Override
    public CompletionStage<T> getBody() {
        return CompletableFuture.failedFuture(failure);
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        subscription.cancel();
    }

    @Override
    public void onNext(List<ByteBuffer> item) {
        // not asked for
    }

    @Override
    public void onError(Throwable thrown) {
        // told already
    }

    @Override
    public void onComplete() {
        // told already
    }
}

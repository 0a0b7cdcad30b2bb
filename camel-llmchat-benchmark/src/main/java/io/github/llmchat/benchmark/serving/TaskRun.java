package io.github.llmchat.benchmark.serving;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.llmchat.benchmark.gateway.Prompt;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.parsetools.RecordParser;

/** Clients at work. */
final class TaskRun {

    private static final long PATIENCE_SECONDS = 120;

    private final RawClient client;
    private final String url;
    private final Task task;
    private final Tally tally = new Tally();
    private final AtomicInteger numbers = new AtomicInteger();
    private final CountDownLatch working;
    private final long end;

    TaskRun(RawClient client, String url, Task task) {
        this.client = client;
        this.url = url;
        this.task = task;
        this.working = new CountDownLatch(task.clients());
        this.end = System.nanoTime() + task.time().toNanos();
    }

    Tally run() throws InterruptedException {
        for (int i = 0; i < task.clients(); i++) {
            request();
        }
        if (!working.await(task.time().toSeconds() + PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            tally.failed("no end after " + PATIENCE_SECONDS + " s");
        }
        return tally;
    }

    private void request() {
        Prompt prompt = new Prompt(numbers.getAndIncrement(), task.chunks(), task.fault());
        AnswerCheck check = new AnswerCheck(prompt, tally);
        long start = System.nanoTime();
        client.send(url, prompt, task.stream(),
                response -> task.stream() ? events(response, check, start) : whole(response, check, start))
                .onComplete(ended -> {
                    if (ended.failed()) {
                        tally.failed(ended.cause().toString());
                    } else if (check.complete()) {
                        tally.complete();
                    } else {
                        tally.failed("wrong or incomplete answer");
                    }
                    next(ended.succeeded());
                });
    }

    /** What fails is no reason to try a thousand times more. */
    private void next(boolean succeeded) {
        if (succeeded && System.nanoTime() - end < 0) {
            request();
        } else {
            working.countDown();
        }
    }

    private Future<Void> whole(HttpClientResponse response, AnswerCheck check, long start) {
        return response.body().map(body -> {
            tally.answered(microsSince(start));
            check.whole(body);
            return null;
        });
    }

    private Future<Void> events(HttpClientResponse response, AnswerCheck check, long start) {
        boolean[] begun = new boolean[1];
        response.handler(RecordParser.newDelimited("\n\n", event -> {
            if (check.event(event) && !begun[0]) {
                begun[0] = true;
                tally.answered(microsSince(start));
            }
        }));
        return response.end();
    }

    private static long microsSince(long start) {
        return TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start);
    }
}

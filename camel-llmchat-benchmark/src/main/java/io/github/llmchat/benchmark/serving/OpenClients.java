package io.github.llmchat.benchmark.serving;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.github.llmchat.benchmark.Heap;
import io.github.llmchat.benchmark.gateway.Prompt;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.parsetools.RecordParser;

/** Clients whose streams have begun and do not go on, and what they take in the pass-through. */
final class OpenClients {

    /** No server is asked for all connections in one moment. */
    private static final int OPENING = 100;
    private static final long PATIENCE_SECONDS = 120;

    private final TestBed bed;
    private final PrintWriter out;

    OpenClients(TestBed bed, PrintWriter out) {
        this.bed = bed;
        this.out = out;
    }

    /** Opens them, measures, and leaves. False if not all were open, or if something was left over. */
    boolean measure(int clients, boolean report) throws InterruptedException {
        PassThroughFigures before = bed.afterCollection();
        PassThroughFigures open;
        boolean complete;
        try (RawClient client = new RawClient(clients)) {
            complete = open(client, clients);
            open = bed.afterCollection();
        }
        boolean left = bed.settled();
        if (report) {
            out.printf("%d clients: %d open; heap after GC %s, before %s, %.1f KiB each; direct buffers %s, before %s; "
                       + "left over: %s%n",
                    clients, open.served(), Heap.mebibytes(open.heap()), Heap.mebibytes(before.heap()),
                    (open.heap() - before.heap()) / 1024.0 / clients, Heap.mebibytes(open.directBuffers()),
                    Heap.mebibytes(before.directBuffers()), bed.figures().leftOver());
            out.flush();
        }
        return complete && left && open.served() == clients;
    }

    private boolean open(RawClient client, int clients) throws InterruptedException {
        Semaphore opening = new Semaphore(OPENING);
        CountDownLatch begun = new CountDownLatch(clients);
        Tally tally = new Tally();
        for (int i = 0; i < clients; i++) {
            if (!opening.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return false;
            }
            Prompt prompt = new Prompt(i, 2, null);
            AnswerCheck check = new AnswerCheck(prompt, tally);
            client.send(bed.url(Side.passThrough), prompt, true).compose(response -> firstChunk(response, check))
                    .onSuccess(first -> begun.countDown())
                    .onComplete(either -> opening.release());
        }
        return begun.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static Future<Void> firstChunk(HttpClientResponse response, AnswerCheck check) {
        return Future.future(first -> {
            response.handler(RecordParser.newDelimited("\n\n", event -> {
                if (check.event(event)) {
                    first.tryComplete();
                }
            }));
            response.exceptionHandler(first::tryFail);
            response.endHandler(end -> first.tryFail("ended"));
        });
    }
}

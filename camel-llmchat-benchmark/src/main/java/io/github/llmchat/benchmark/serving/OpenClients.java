package io.github.llmchat.benchmark.serving;

import java.io.PrintWriter;
import java.util.Map;
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
    private static final String NO_CHUNK = "no first chunk after " + PATIENCE_SECONDS + " s";

    private final TestBed bed;
    private final PrintWriter out;

    OpenClients(TestBed bed, PrintWriter out) {
        this.bed = bed;
        this.out = out;
    }

    /**
     * Opens them, measures, and leaves. False if one was not answered as it had to be, or if something was left over.
     */
    boolean measure(int clients, boolean report) throws InterruptedException {
        PassThroughFigures before = bed.afterCollection();
        PassThroughFigures open;
        Map<String, Integer> failures;
        try (RawClient client = new RawClient(clients)) {
            failures = open(client, clients);
            open = bed.afterCollection();
        }
        boolean left = bed.settled();
        PassThroughFigures after = bed.afterCollection();
        if (!failures.isEmpty()) {
            out.printf("%d clients: failed %s%n", clients, failures);
        }
        if (report || !left) {
            out.printf("%d clients: %d open; heap after GC %s, before %s, %.1f KiB each, %s when they had left; "
                       + "direct buffers %s, before %s; left over: %s%n",
                    clients, open.served(), Heap.mebibytes(open.heap()), Heap.mebibytes(before.heap()),
                    (open.heap() - before.heap()) / 1024.0 / clients, Heap.mebibytes(after.heap()),
                    Heap.mebibytes(open.directBuffers()), Heap.mebibytes(before.directBuffers()), after.leftOver());
        }
        out.flush();
        return failures.isEmpty() && left && open.served() == clients;
    }

    private Map<String, Integer> open(RawClient client, int clients) throws InterruptedException {
        Semaphore opening = new Semaphore(OPENING);
        Tally tally = new Tally();
        for (int i = 0; i < clients; i++) {
            if (!opening.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                tally.failed(NO_CHUNK);
                return tally.failures();
            }
            Prompt prompt = new Prompt(i, 2, null);
            AnswerCheck check = new AnswerCheck(prompt, tally);
            client.send(bed.url(Side.passThrough), prompt, true, response -> firstChunk(response, check))
                    .onFailure(why -> tally.failed(why.toString()))
                    .onComplete(either -> opening.release());
        }
        if (!opening.tryAcquire(OPENING, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            tally.failed(NO_CHUNK);
        }
        return tally.failures();
    }

    private static Future<Void> firstChunk(HttpClientResponse response, AnswerCheck check) {
        return Future.future(first -> {
            response.handler(RecordParser.newDelimited("\n\n", event -> {
                boolean chunk = check.event(event);
                if (check.wrong()) {
                    first.tryFail("wrong answer");
                } else if (chunk) {
                    first.tryComplete();
                }
            }));
            response.exceptionHandler(first::tryFail);
            response.endHandler(end -> first.tryFail("no chunk in the answer"));
        });
    }
}

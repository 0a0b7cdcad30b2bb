package io.github.llmchat.tool.mcp;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Lines for a process that may not read them: a thread is held only while there are some. Thread-safe. */
final class Outbox {

    /** Each is a call that waits or was given up: a process that reads is never that far behind. */
    private static final int MOST_WAITING = 1000;

    private final OutputStream out;
    private final Executor waiting;
    private final BlockingQueue<byte[]> lines = new LinkedBlockingQueue<>(MOST_WAITING);
    private final AtomicInteger added = new AtomicInteger();

    Outbox(OutputStream out, Executor waiting) {
        this.out = out;
        this.waiting = waiting;
    }

    void add(byte[] line) throws McpFailure {
        if (!lines.offer(line)) {
            throw new McpFailure("its process does not read");
        }
        if (added.getAndIncrement() == 0) {
            waiting.execute(this::write);
        }
    }

    private void write() {
        int seen = added.get();
        while (seen > 0) {
            try {
                for (byte[] line = lines.poll(); line != null; line = lines.poll()) {
                    out.write(line);
                }
                out.flush();
            } catch (IOException e) {
                // the process has ended, which is noticed where its output is read
                lines.clear();
            }
            seen = added.addAndGet(-seen);
        }
    }
}

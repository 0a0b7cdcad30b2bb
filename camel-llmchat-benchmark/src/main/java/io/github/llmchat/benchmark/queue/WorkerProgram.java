package io.github.llmchat.benchmark.queue;

import java.io.OutputStream;

/** The JVM of one worker: works until its standard input ends. */
final class WorkerProgram {

    private WorkerProgram() {
    }

    public static void main(String[] args) throws Exception {
        QueueWorker worker = new QueueWorker(
                args[0], args[1], args[2], args[3], Pattern.window, Integer.parseInt(args[4]));
        try (worker) {
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}

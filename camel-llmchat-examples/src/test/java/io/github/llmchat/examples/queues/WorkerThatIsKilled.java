package io.github.llmchat.examples.queues;

import java.io.IOException;
import java.io.OutputStream;

/** A worker in a JVM of its own: works until its standard input ends, or until it is killed. */
final class WorkerThatIsKilled {

    static final int WINDOW = 100;

    /** The broker notices after ten seconds that a worker is dead. */
    private static final String SESSION = "sessionTimeoutMs=10000&heartbeatIntervalMs=1000";

    private WorkerThatIsKilled() {
    }

    public static void main(String[] arguments) throws Exception {
        Worker worker = new Worker(arguments[0]).asks(arguments[1], arguments[2])
                .in(String.join("&", PromptRoutes.WINDOW, PromptRoutes.COOPERATIVE, SESSION));
        worker.window.setMaxInFlight(WINDOW);
        try (worker) {
            worker.start(new PromptRoutes());
            untilTheEnd();
        }
    }

    private static void untilTheEnd() throws IOException {
        System.in.transferTo(OutputStream.nullOutputStream());
    }
}

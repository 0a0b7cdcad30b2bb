package io.github.llmchat.examples.queues;

import java.io.IOException;
import java.io.OutputStream;

import org.postgresql.ds.PGSimpleDataSource;

/**
 * A worker in a JVM of its own: works until its standard input ends, or until it is killed. Arguments: the brokers, the
 * gateway's base URL, the worker's name; perhaps the URL of a database where answers are kept, and
 * {@link #GETS_NO_FURTHER}.
 */
final class WorkerThatIsKilled {

    static final int WINDOW = 100;

    /** The argument for a worker that has answers and never gets to their results. */
    static final String GETS_NO_FURTHER = "gets-no-further";

    /** The broker notices after ten seconds that a worker is dead. */
    private static final String SESSION = "sessionTimeoutMs=10000&heartbeatIntervalMs=1000";

    private WorkerThatIsKilled() {
    }

    public static void main(String[] arguments) throws Exception {
        Worker worker = new Worker(arguments[0]).asks(arguments[1], arguments[2])
                .in(String.join("&", PromptRoutes.WINDOW, PromptRoutes.COOPERATIVE, SESSION));
        worker.window.setMaxInFlight(WINDOW);
        if (arguments.length > 3) {
            PGSimpleDataSource database = new PGSimpleDataSource();
            database.setUrl(arguments[3]);
            worker.keeps(database);
        }
        boolean getsNoFurther = arguments.length > 4 && arguments[4].equals(GETS_NO_FURTHER);
        try (worker) {
            worker.start(getsNoFurther ? new AnswersWithoutResults() : new PromptRoutes());
            untilTheEnd();
        }
    }

    private static void untilTheEnd() throws IOException {
        System.in.transferTo(OutputStream.nullOutputStream());
    }
}

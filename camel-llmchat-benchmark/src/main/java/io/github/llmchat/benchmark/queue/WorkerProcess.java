package io.github.llmchat.benchmark.queue;

import java.io.IOException;

import io.github.llmchat.benchmark.LineProcess;

/** A {@link WorkerProgram}, with the class path of this JVM. */
final class WorkerProcess implements AutoCloseable {

    private static final long SHUTDOWN_SECONDS = 30;

    private final Process process;

    WorkerProcess(String brokers, String gateway, String name, String run, int inFlight) throws IOException {
        process = new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java", "-Xmx256m", "-classpath",
                System.getProperty("java.class.path"), WorkerProgram.class.getName(), brokers, gateway, name, run,
                Integer.toString(inFlight))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    boolean alive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        LineProcess.end(process, SHUTDOWN_SECONDS);
    }
}

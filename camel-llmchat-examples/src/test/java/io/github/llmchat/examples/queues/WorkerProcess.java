package io.github.llmchat.examples.queues;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@link WorkerThatIsKilled}, and how it is killed. */
final class WorkerProcess implements AutoCloseable {

    private final String name;
    private final Process process;

    /** @param more further arguments of {@link WorkerThatIsKilled} */
    WorkerProcess(PromptTopics topics, SlowGateway gateway, String name, String... more) throws IOException {
        this.name = name;
        List<String> command = new ArrayList<>(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), WorkerThatIsKilled.class.getName(),
                        topics.brokers(), gateway.baseUrl(), name));
        command.addAll(List.of(more));
        process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    String name() {
        return name;
    }

    /** SIGKILL: no hook runs, nothing is committed any more. Returns when the process is gone. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Lets it finish what it has, if it was not killed. */
    @Override
    public void close() throws Exception {
        if (process.isAlive()) {
            process.outputWriter().close();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                kill();
            }
        }
    }
}

package io.github.llmchat.benchmark.driver;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import io.github.llmchat.benchmark.LineProcess;

/** A driver in a JVM of its own. For one thread. */
public final class DriverProcess implements AutoCloseable {

    private final LineProcess process;

    /**
     * Starts it.
     *
     * @param  way         what it drives
     * @param  baseUrl     the gateway's
     * @param  javaHome    the JDK that runs it
     * @param  jvmOptions  such as the heap's size
     * @throws IOException if it does not start
     */
    public DriverProcess(Way way, String baseUrl, Path javaHome, List<String> jvmOptions) throws IOException {
        process = new LineProcess(way.label(), javaHome, jvmOptions, DriverProgram.class, way.name(), baseUrl);
    }

    /** {@return what this workload came to} */
    public Outcome run(Workload workload) {
        return Outcome.read(process.ask(workload.line()));
    }

    /** Ends the other JVM. */
    @Override
    public void close() {
        process.close();
    }
}

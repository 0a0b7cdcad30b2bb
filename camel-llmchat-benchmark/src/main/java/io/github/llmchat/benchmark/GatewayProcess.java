package io.github.llmchat.benchmark;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.github.llmchat.benchmark.gateway.SimulatedGateway;

/** The simulated gateway in a JVM of its own, with the class path and the heap limit of this one. For one thread. */
public final class GatewayProcess implements AutoCloseable {

    private static final long SHUTDOWN_SECONDS = 10;

    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter commands;
    private final int port;

    /**
     * Starts it, and waits until it listens.
     *
     * @param  interval    between two chunks of a stream
     * @throws IOException if it does not start
     */
    public GatewayProcess(Duration interval) throws IOException {
        process = new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java", "-Xmx" + Runtime.getRuntime().maxMemory(), "-classpath",
                System.getProperty("java.class.path"), SimulatedGateway.class.getName(), Long.toString(interval.toMillis()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        answers = process.inputReader(StandardCharsets.UTF_8);
        commands = process.outputWriter(StandardCharsets.UTF_8);
        port = Integer.parseInt(readLine());
    }

    /** {@return the gateway's base URL} */
    public String baseUrl() {
        return "http://127.0.0.1:" + port + "/v1";
    }

    /** {@return what it has done so far} From now on new streams wait at its gate. */
    public GatewayFigures hold() {
        return ask("hold");
    }

    /** {@return how many streams wait at its gate} Waits for so many first, for three minutes at most. */
    public GatewayFigures await(int streams) {
        return ask("await " + streams);
    }

    /** {@return what it has done so far} The streams at its gate begin. */
    public GatewayFigures open() {
        return ask("go");
    }

    /** {@return what it has done so far} */
    public GatewayFigures figures() {
        return ask("figures");
    }

    private GatewayFigures ask(String command) {
        try {
            commands.write(command);
            commands.newLine();
            commands.flush();
            return GatewayFigures.read(readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String readLine() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("The gateway's JVM has ended; its own output says why");
        }
        return line;
    }

    /** Ends the other JVM. */
    @Override
    public void close() {
        try {
            commands.close();
            if (!process.waitFor(SHUTDOWN_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

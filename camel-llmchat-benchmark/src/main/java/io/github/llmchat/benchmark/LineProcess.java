package io.github.llmchat.benchmark;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program in a JVM of its own, with the class path and the heap limit of this one. It says one line when it is ready,
 * answers each line of input with one line, and ends with its input. For one thread.
 */
public final class LineProcess implements AutoCloseable {

    private static final long SHUTDOWN_SECONDS = 10;

    private final String name;
    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter commands;
    private final String firstLine;

    /**
     * Starts it, and waits for its first line.
     *
     * @param  name        for messages
     * @param  program     the class with the main method
     * @param  args        its arguments
     * @throws IOException if it does not start
     */
    public LineProcess(String name, Class<?> program, String... args) throws IOException {
        this.name = name;
        List<String> command = new ArrayList<>(
                List.of(
                        System.getProperty("java.home") + "/bin/java", "-Xmx" + Runtime.getRuntime().maxMemory(), "-classpath",
                        System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(args));
        process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        answers = process.inputReader(StandardCharsets.UTF_8);
        commands = process.outputWriter(StandardCharsets.UTF_8);
        firstLine = readLine();
    }

    /** {@return what it said when it was ready} */
    public String firstLine() {
        return firstLine;
    }

    /**
     * {@return the program's answer to this line}
     *
     * @throws UncheckedIOException if it has ended
     */
    public String ask(String command) {
        try {
            commands.write(command);
            commands.newLine();
            commands.flush();
            return readLine();
        } catch (IOException e) {
            IOException ended = ended();
            throw new UncheckedIOException(ended.getMessage(), ended);
        }
    }

    private String readLine() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw ended();
        }
        return line;
    }

    private IOException ended() {
        String how = process.onExit().thenApply(ended -> "exit code " + ended.exitValue())
                .completeOnTimeout("it still runs", SHUTDOWN_SECONDS, TimeUnit.SECONDS).join();
        return new IOException("The " + name + "'s JVM has ended (" + how + "); its own output, if any, says why");
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

package io.github.llmchat.benchmark;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program in a JVM of its own, with the class path of this one. It says one line when it is ready, answers each line
 * of input with one line, and ends with its input. For one thread.
 */
public final class LineProcess implements AutoCloseable {

    private static final long SHUTDOWN_SECONDS = 10;
    /** How lines begin that the JVM itself writes, of a recording that it starts for example. */
    private static final String JVM_LOG = "[";

    private final String name;
    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter commands;
    private final String firstLine;

    /**
     * Starts it on this JVM's JDK, and waits for its first line.
     *
     * @param  name        for messages
     * @param  program     the class with the main method
     * @param  args        its arguments
     * @throws IOException if it does not start
     */
    public LineProcess(String name, Class<?> program, String... args) throws IOException {
        this(name, Path.of(System.getProperty("java.home")), List.of("-Xmx" + Runtime.getRuntime().maxMemory()), program, args);
    }

    /**
     * Starts it, and waits for its first line.
     *
     * @param  name        for messages
     * @param  java        the home of the JDK that runs it
     * @param  options     of the JVM, instead of this one's heap limit
     * @param  program     the class with the main method
     * @param  args        its arguments
     * @throws IOException if it does not start
     */
    public LineProcess(String name, Path java, List<String> options, Class<?> program, String... args) throws IOException {
        this.name = name;
        List<String> command = new ArrayList<>(List.of(java.resolve("bin/java").toString()));
        command.addAll(options);
        command.addAll(List.of("-classpath", System.getProperty("java.class.path"), program.getName()));
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
        while (line != null && line.startsWith(JVM_LOG)) {
            System.err.println(line);
            line = answers.readLine();
        }
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
        end(process, SHUTDOWN_SECONDS);
    }

    /** Ends a program that ends with its input; by force if it takes longer than that. */
    public static void end(Process program, long seconds) {
        try {
            program.outputWriter(StandardCharsets.UTF_8).close();
            if (!program.waitFor(seconds, TimeUnit.SECONDS)) {
                program.destroyForcibly();
            }
        } catch (IOException e) {
            program.destroyForcibly();
        } catch (InterruptedException e) {
            program.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

package io.github.llmchat.benchmark.compare;

import java.nio.file.Path;
import java.util.List;

import io.github.llmchat.benchmark.driver.Way;

/**
 * A way on a JVM.
 *
 * @param label      in the report
 * @param way        what it does
 * @param javaHome   the JDK that runs it
 * @param jvmOptions besides the heap's
 */
record Contender(String label, Way way, Path javaHome, List<String> jvmOptions) {

    private static final String VIRTUAL = "llmchat chunksTo, virtual threads, JDK ";

    /** On the JDK that this program runs on. */
    Contender(Way way) {
        this(way.label(), way, Path.of(System.getProperty("java.home")), List.of());
    }

    /** The component with its threads virtual, on another JDK. */
    static Contender virtualThreads(Path javaHome) {
        return new Contender(
                VIRTUAL + Jdk.version(javaHome), Way.CHUNKS_TO, javaHome, List.of("-Dcamel.threads.virtual.enabled=true"));
    }

    /** Whether that is the label of one with virtual threads. */
    static boolean isVirtual(String label) {
        return label.startsWith(VIRTUAL);
    }
}

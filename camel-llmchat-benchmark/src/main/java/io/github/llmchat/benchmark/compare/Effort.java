package io.github.llmchat.benchmark.compare;

import java.util.ArrayList;
import java.util.List;

import io.github.llmchat.benchmark.driver.Workload;

/**
 * How much is done for a figure.
 *
 * @param rounds       each contender once in each
 * @param warmUpMillis of each contender, at least, and three runs; 0 for one run
 * @param heap         of each JVM, as for -Xmx
 * @param moreOptions  of each JVM
 * @param part         divides what is to be done; 1 for figures, more only to see whether it runs
 */
record Effort(int rounds, long warmUpMillis, String heap, List<String> moreOptions, int part) {

    /** Touched before, so that nobody waits for the kernel's pages. */
    List<String> jvmOptions(Contender contender) {
        List<String> options = new ArrayList<>(List.of("-Xms" + heap, "-Xmx" + heap));
        if (part == 1) {
            options.add("-XX:+AlwaysPreTouch");
        }
        options.addAll(moreOptions);
        options.addAll(contender.jvmOptions());
        return options;
    }

    Workload of(Workload workload) {
        if (part == 1) {
            return workload;
        }
        int chunks = Math.max(1, Math.min(workload.script().chunks(), workload.script().chunks() * 10 / part));
        int calls = Math.max(1, workload.calls() / part);
        return new Workload(
                Math.min(workload.atOnce(), calls), calls, workload.streamed(), workload.open(),
                workload.script().withChunks(chunks));
    }
}

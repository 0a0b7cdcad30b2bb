package io.github.llmchat.examples.patterns;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.llmchat.examples.tickets.gateway.DemoGateway;

/**
 * Runs one routing pattern with its sample messages, against a simulated gateway or the one that the environment names.
 */
public final class PatternsDemo {

    /** The patterns, each with a route file and a file of samples. */
    static final List<String> PATTERNS = List.of("classify", "vote", "translate", "extract", "summarise", "protect");

    private static final int CHUNKS_PER_SECOND = 60;

    private PatternsDemo() {
    }

    /**
     * Runs a pattern.
     *
     * @param  args      its name; what follows is for others
     * @throws Exception if the routes can't be started or a message fails
     */
    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (args.length == 0 || !PATTERNS.contains(args[0])) {
            out.println("Which example? -Dexample=<name>, where <name> is orders or one of " + PATTERNS);
            System.exit(2);
        }
        run(args[0], System.getenv(), CHUNKS_PER_SECOND, out);
        System.exit(0);
    }

    static void run(String pattern, Map<String, String> environment, int chunksPerSecond, PrintStream out)
            throws Exception {
        if (environment.getOrDefault("LLMCHAT_BASE_URL", "").isBlank()) {
            try (DemoGateway gateway = DemoGateway.start(chunksPerSecond, new SimulatedModels())) {
                out.println(gateway.announcement());
                show(pattern, PatternSettings.simulated(gateway, pattern), out);
            }
        } else {
            out.println("Gateway: " + environment.get("LLMCHAT_BASE_URL"));
            show(pattern, PatternSettings.of(environment), out);
        }
    }

    private static void show(String pattern, Map<String, String> properties, PrintStream out) throws Exception {
        out.println("Route: patterns/" + pattern + ".yaml");
        Path folder = Files.createTempDirectory("llmchat-" + pattern);
        try (PatternRoutes routes = PatternRoutes.start(pattern, properties, folder, out)) {
            for (String sample : samples(pattern)) {
                out.println("\n> " + sample.replace("\n", "\n> "));
                String result = routes.send(sample);
                out.println((pattern.equals("translate") ? "\n" : "") + "< " + result);
            }
        } finally {
            delete(folder);
        }
    }

    static List<String> samples(String pattern) throws IOException {
        try (InputStream samples = PatternsDemo.class.getResourceAsStream("/patterns/" + pattern + ".txt")) {
            return List.of(new String(samples.readAllBytes(), StandardCharsets.UTF_8).strip().split("\n---\n"));
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

package io.github.llmchat.benchmark.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import com.sun.management.OperatingSystemMXBean;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Verticle;
import io.vertx.core.Vertx;

/**
 * The program of the gateway's JVM. It says its port on its first line of output, then answers each line of input with
 * one line, and ends with its input, so that it never outlives who started it.
 */
public final class SimulatedGateway {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(3);

    private final Gate gate = new Gate();
    private final GatewayCounters counters = new GatewayCounters();

    private SimulatedGateway() {
    }

    /**
     * Runs until the input ends.
     *
     * @param  args      milliseconds between two chunks of a stream
     * @throws Exception if the gateway can't listen, or a pipe breaks
     */
    public static void main(String... args) throws Exception {
        new SimulatedGateway().run(Duration.ofMillis(Long.parseLong(args[0])), System.out);
    }

    private void run(Duration interval, PrintStream out) throws Exception {
        Vertx vertx = Vertx.vertx();
        // the other half of the cores is the client's
        int loops = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        AtomicInteger port = new AtomicInteger();
        Set<Integer> refusedOnce = ConcurrentHashMap.newKeySet();
        Supplier<Verticle> server = () -> new GatewayServer(interval, gate, counters, port, refusedOnce);
        // the first one chooses the port
        deploy(vertx, server, 1);
        if (loops > 1) {
            deploy(vertx, server, loops - 1);
        }
        out.println(port.get());
        obey(out);
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    private static void deploy(Vertx vertx, Supplier<Verticle> server, int instances) throws Exception {
        DeploymentOptions options = new DeploymentOptions().setInstances(instances);
        vertx.deployVerticle(server, options).toCompletionStage().toCompletableFuture().get();
    }

    private void obey(PrintStream out) throws IOException, InterruptedException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case "hold" -> gate.close();
                case "await" -> gate.await(Integer.parseInt(words[1]), LONGEST_WAIT);
                case "go" -> gate.open();
                default -> {
                    // all commands are answered by the same figures
                }
            }
            out.println(gate.waiting() + " " + counters.chunks() + " " + counters.heldBack() + " " + cpuNanos());
        }
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}

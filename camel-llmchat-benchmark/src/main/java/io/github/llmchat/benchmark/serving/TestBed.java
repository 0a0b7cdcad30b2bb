package io.github.llmchat.benchmark.serving;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.github.llmchat.benchmark.GatewayProcess;
import io.github.llmchat.benchmark.LineProcess;
import io.github.llmchat.benchmark.Machine;

/** A gateway, and a pass-through before it, each in a JVM of its own. For one thread. */
final class TestBed implements AutoCloseable {

    private static final long SETTLE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final GatewayProcess gateway;
    private final LineProcess passThrough;
    private final long start = System.nanoTime();
    private final long cpuAtStart;

    /** @param interval between two chunks of a stream */
    TestBed(Duration interval) throws IOException {
        gateway = new GatewayProcess(interval);
        try {
            passThrough = new LineProcess("pass-through", PassThroughProgram.class, gateway.baseUrl());
        } catch (IOException e) {
            gateway.close();
            throw e;
        }
        Machine.busySinceLast();
        cpuAtStart = cpuNanos();
    }

    String url(Side side) {
        String base = side == Side.direct ? gateway.baseUrl() : "http://127.0.0.1:" + passThrough.firstLine() + "/v1";
        return base + "/chat/completions";
    }

    PassThroughFigures figures() {
        return PassThroughFigures.read(passThrough.ask("figures"));
    }

    PassThroughFigures afterCollection() {
        return PassThroughFigures.read(passThrough.ask("collect"));
    }

    /** Waits until nothing is under way any more; false if that takes too long. */
    boolean settled() throws InterruptedException {
        long end = System.nanoTime() + SETTLE_NANOS;
        PassThroughFigures now = figures();
        while (!now.settled() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(10);
            now = figures();
        }
        return now.settled();
    }

    /** {@return the cores that anything else on this machine has used since the start} */
    double othersBusy() {
        double cores = Runtime.getRuntime().availableProcessors() * Machine.busySinceLast();
        return Math.max(0, cores - (double) (cpuNanos() - cpuAtStart) / (System.nanoTime() - start));
    }

    private long cpuNanos() {
        return Machine.cpuNanos() + gateway.figures().cpuNanos() + figures().cpuNanos();
    }

    @Override
    public void close() {
        passThrough.close();
        gateway.close();
    }
}

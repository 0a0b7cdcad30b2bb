package io.github.llmchat.benchmark.compare;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.github.llmchat.benchmark.LineProcess;
import io.github.llmchat.benchmark.Machine;
import io.github.llmchat.benchmark.driver.DriverProcess;
import io.github.llmchat.benchmark.driver.Outcome;
import io.github.llmchat.benchmark.driver.Workload;
import io.github.llmchat.benchmark.loadserver.LoadServer;

/** The load server and the contenders of one scenario, each in a JVM of its own, all alive at once. For one thread. */
final class Field implements AutoCloseable {

    private static final int LEAST_WARM_UPS = 3;
    private static final int PATIENCE = 4;
    private static final double MOST_COMPILING = 0.03;

    private final LineProcess server;
    private final Map<Contender, DriverProcess> drivers = new LinkedHashMap<>();
    private final Effort effort;
    private final PrintWriter out;
    private boolean good = true;

    /** @throws IOException if one of them does not start */
    Field(List<Contender> contenders, Effort effort, PrintWriter out) throws IOException {
        this.effort = effort;
        this.out = out;
        server = new LineProcess("load server", LoadServer.class);
        try {
            for (Contender contender : contenders) {
                drivers.put(contender, new DriverProcess(
                        contender.way(), "http://127.0.0.1:" + server.firstLine() + "/v1", contender.javaHome(),
                        effort.jvmOptions(contender)));
            }
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** {@return whether every call was complete so far} */
    boolean good() {
        return good;
    }

    /** No figure is taken while the JVM still compiles much; it may do so for four times the time that is given. */
    void warmUp(Contender contender, Workload workload) {
        long start = System.nanoTime();
        long least = TimeUnit.MILLISECONDS.toNanos(effort.warmUpMillis());
        boolean warm = false;
        for (int runs = 1; !warm; runs++) {
            Outcome last = run(contender, workload).outcome();
            long passed = System.nanoTime() - start;
            boolean compiled = last.compiling() < last.nanos() * MOST_COMPILING;
            warm = runs >= LEAST_WARM_UPS && passed > least && (compiled || passed > least * PATIENCE) || least == 0;
        }
    }

    /** {@return what it came to} */
    Sample run(Contender contender, Workload workload) {
        long serverBefore = serverCpu();
        long ownBefore = Machine.cpuNanos();
        long start = System.nanoTime();
        Machine.busySinceLast();
        Outcome outcome = drivers.get(contender).run(workload);
        double busy = Machine.busySinceLast() * Runtime.getRuntime().availableProcessors();
        double nanos = System.nanoTime() - start;
        double server = (serverCpu() - serverBefore) / nanos;
        double own = (Machine.cpuNanos() - ownBefore + outcome.cpuNanos()) / nanos;
        if (outcome.failed() > 0) {
            out.printf("%s: %d of %d calls were not complete%n", contender.label(), outcome.failed(), workload.calls());
            good = false;
        }
        return new Sample(outcome, server, Math.max(0, busy - server - own));
    }

    private long serverCpu() {
        return Long.parseLong(server.ask("cpu"));
    }

    @Override
    public void close() {
        drivers.values().forEach(DriverProcess::close);
        server.close();
    }
}

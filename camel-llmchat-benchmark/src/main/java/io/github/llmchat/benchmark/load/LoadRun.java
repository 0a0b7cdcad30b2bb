package io.github.llmchat.benchmark.load;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

import io.github.llmchat.benchmark.CamelUnderLoad;
import io.github.llmchat.benchmark.ChunkTaker;
import io.github.llmchat.benchmark.GatewayFigures;
import io.github.llmchat.benchmark.GatewayProcess;
import io.github.llmchat.benchmark.Heap;
import io.github.llmchat.benchmark.Machine;
import io.github.llmchat.benchmark.gateway.Prompt;
import org.apache.camel.Exchange;

/** One run: all streams are opened, wait at the gateway's gate, begin together, and are read to their ends. */
final class LoadRun {

    private static final long LONGEST_STANDSTILL_SECONDS = 60;

    private final GatewayProcess gateway;
    private final CamelUnderLoad camel;
    private final LoadSize size;
    private final Way way;
    private final LoadTally tally;

    LoadRun(GatewayProcess gateway, CamelUnderLoad camel, LoadSize size, Way way) {
        this.gateway = gateway;
        this.camel = camel;
        this.size = size;
        this.way = way;
        this.tally = new LoadTally(size.streams());
    }

    LoadResult run() throws InterruptedException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        threads.resetPeakThreadCount();
        gateway.hold();
        for (int stream = 0; stream < size.streams(); stream++) {
            call(stream);
        }
        gateway.await(size.streams());
        long heapOpen = Heap.afterCollection();
        int openStreams = camel.component().getOpenStreams();

        long collecting = collectionMillis();
        long cpu = Machine.cpuNanos();
        Machine.busySinceLast();
        // before the gate is open: what open() returns counts first chunks already
        GatewayFigures before = gateway.figures();
        long start = System.nanoTime();
        gateway.open();
        awaitEnd();
        long nanos = System.nanoTime() - start;
        double busy = Machine.busySinceLast();
        GatewayFigures after = gateway.figures();
        return new LoadResult(
                way, size, tally, before.waiting(), openStreams, nanos, Machine.cpuNanos() - cpu,
                after.cpuNanos() - before.cpuNanos(),
                after.chunks() - before.chunks(), after.heldBack() - before.heldBack(), busy, collectionMillis() - collecting,
                threads.getPeakThreadCount(), heapOpen, Heap.afterCollection(), camel.leftOver());
    }

    private void call(int stream) {
        StreamCheck check = new StreamCheck(stream, size.chunks(), tally);
        Exchange exchange = camel.exchange(way.entry());
        exchange.setProperty(ChunkTaker.PROPERTY, check);
        exchange.getMessage().setBody(new Prompt(stream, size.chunks(), null).text());
        camel.send(way.entry(), exchange, sync -> tally.ended(check, exchange.getException()));
    }

    /** Goes on as long as chunks come: a slow machine takes its time, a stream that hangs is a finding. */
    private void awaitEnd() throws InterruptedException {
        long chunks;
        do {
            chunks = tally.chunks();
        } while (!tally.await(LONGEST_STANDSTILL_SECONDS) && tally.chunks() > chunks);
    }

    private static long collectionMillis() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream().mapToLong(gc -> gc.getCollectionTime()).sum();
    }
}

package io.github.llmchat.benchmark.soak;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.github.llmchat.benchmark.CamelUnderLoad;
import io.github.llmchat.benchmark.ChunkTaker;
import io.github.llmchat.benchmark.gateway.Fault;
import io.github.llmchat.benchmark.gateway.Prompt;
import org.apache.camel.Exchange;

/** Makes calls at random, always the same number at once. For one thread. */
final class SoakCalls {

    private static final int MOST_CHUNKS = 40;
    /** Of a hundred calls so many have a fault that is drawn from all, so many are cancelled. */
    private static final int FAULTY_PERCENT = 30;
    private static final int CANCELLED_PERCENT = 5;
    private static final long LONGEST_CALL_SECONDS = 90;

    private final CamelUnderLoad camel;
    private final SoakTally tally;
    private final int atOnce;
    private final Semaphore free;
    private final Random random;
    private int number;

    SoakCalls(CamelUnderLoad camel, SoakTally tally, int atOnce, long seed) {
        this.camel = camel;
        this.tally = tally;
        this.atOnce = atOnce;
        this.free = new Semaphore(atOnce);
        this.random = new Random(seed);
    }

    /** Calls for so long, then waits for the calls that run; false if one of them does not end. */
    boolean run(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() - end < 0) {
            if (!free.tryAcquire(LONGEST_CALL_SECONDS, TimeUnit.SECONDS)) {
                return false;
            }
            call();
        }
        boolean allEnded = free.tryAcquire(atOnce, LONGEST_CALL_SECONDS, TimeUnit.SECONDS);
        if (allEnded) {
            free.release(atOnce);
        }
        return allEnded;
    }

    private void call() {
        SoakWay way = draw(SoakWay.values());
        boolean faulty = random.nextInt(100) < FAULTY_PERCENT;
        boolean cancel = !faulty && random.nextInt(100) < CANCELLED_PERCENT;
        Fault fault = faulty ? fault() : cancel ? Fault.SLOW : Fault.NONE;
        Prompt prompt = new Prompt(number++, 2 + random.nextInt(MOST_CHUNKS), fault);
        SoakCall call = new SoakCall(prompt, cancel, camel.component()::cancelStream);
        Exchange exchange = camel.exchange(way.entry());
        exchange.setProperty(ChunkTaker.PROPERTY, call);
        exchange.getMessage().setBody(prompt.text());
        camel.send(way.entry(), exchange, sync -> {
            tally.ended(way, call, exchange.getException());
            free.release();
        });
    }

    /** After each 429 all calls are held back for a while: with many of them little else would happen. */
    private Fault fault() {
        Fault fault = draw(Fault.values());
        return fault == Fault.BUSY ? draw(Fault.values()) : fault;
    }

    private <T> T draw(T[] values) {
        return values[random.nextInt(values.length)];
    }
}

package io.github.llmchat.benchmark.driver;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

import com.sun.management.GarbageCollectionNotificationInfo;

/**
 * What a JVM allocates: what is on the heap now, and what collections have taken away. The counters of threads would
 * miss those that have ended. One for each JVM.
 */
final class Allocation {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans();
    private final AtomicLong collected = new AtomicLong();
    private final AtomicLong heardOf = new AtomicLong(collections());

    Allocation() {
        for (GarbageCollectorMXBean collector : collectors) {
            ((NotificationEmitter) collector).addNotificationListener((notification, handback) -> {
                if (notification.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
                    heard(GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData()));
                }
            }, null, null);
        }
    }

    private void heard(GarbageCollectionNotificationInfo info) {
        collected.addAndGet(used(info.getGcInfo().getMemoryUsageBeforeGc().values())
                            - used(info.getGcInfo().getMemoryUsageAfterGc().values()));
        heardOf.incrementAndGet();
    }

    private static long used(Iterable<MemoryUsage> pools) {
        long used = 0;
        for (MemoryUsage pool : pools) {
            used += pool.getUsed();
        }
        return used;
    }

    private long collections() {
        return collectors.stream().mapToLong(GarbageCollectorMXBean::getCollectionCount).sum();
    }

    /** {@return the bytes up to now} Only differences mean something. Waits until it has heard of all collections. */
    long bytes() {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (heardOf.get() < collections() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        return collected.get() + ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}

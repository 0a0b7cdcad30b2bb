package io.github.llmchat.kafka;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

import org.apache.kafka.common.TopicPartition;

/** The places of one window, shared by all consumers that it made. Any thread. */
final class Window {

    private final int size;
    private final Semaphore free;
    private final Set<TopicPartition> stopped = ConcurrentHashMap.newKeySet();

    Window(int size) {
        this.size = size;
        this.free = new Semaphore(size);
    }

    int size() {
        return size;
    }

    boolean take() {
        return free.tryAcquire();
    }

    void giveBack() {
        free.release();
    }

    boolean full() {
        return free.availablePermits() == 0;
    }

    int taken() {
        return size - free.availablePermits();
    }

    void stopped(TopicPartition partition) {
        stopped.add(partition);
    }

    void left(TopicPartition partition) {
        stopped.remove(partition);
    }

    Set<String> stopped() {
        Set<String> names = new TreeSet<>();
        stopped.forEach(partition -> names.add(partition.toString()));
        return names;
    }
}

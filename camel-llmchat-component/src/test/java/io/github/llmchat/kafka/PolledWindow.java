package io.github.llmchat.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** A window on a mock of the broker, and what Camel does with it: poll, make an exchange of each record, end it. */
final class PolledWindow {

    final MockBroker broker = new MockBroker();
    final Window window;
    final WindowedPoll poll;
    private final CamelContext context = new DefaultCamelContext();
    private final Map<Long, Exchange> exchanges = new HashMap<>();
    private final Map<Long, TopicPartition> partitions = new HashMap<>();

    private PolledWindow(int size, WindowSettings settings) {
        window = new Window(size);
        poll = new WindowedPoll(broker, window, settings);
    }

    static PolledWindow of(int size) {
        return of(size, false, OnFailure.STOP);
    }

    static PolledWindow of(int size, boolean byKey, OnFailure onFailure) {
        return new PolledWindow(size, new WindowSettings(Duration.ofMillis(200), byKey, onFailure, null, null));
    }

    PolledWindow assigned(int... partitions) {
        List<TopicPartition> assigned = new ArrayList<>();
        for (int partition : partitions) {
            assigned.add(MockBroker.partition(partition));
        }
        broker.with(assigned);
        poll.assignments().assigned(assigned);
        return this;
    }

    /** One poll, and what Camel does with each record of it; the offsets, in order. */
    List<Long> poll() {
        List<Long> offsets = pollOnly();
        offsets.forEach(this::start);
        return offsets;
    }

    List<Long> pollOnly() {
        List<Long> offsets = new ArrayList<>();
        for (ConsumerRecord<Object, Object> record : poll.poll(Duration.ofMillis(20))) {
            offsets.add(record.offset());
            partitions.put(record.offset(), new TopicPartition(record.topic(), record.partition()));
        }
        return offsets;
    }

    void start(long offset) {
        Exchange exchange = new DefaultExchange(context);
        exchanges.put(offset, exchange);
        poll.started(partitions.get(offset), offset, exchange);
    }

    void end(long... offsets) {
        for (long offset : offsets) {
            ends(exchanges.get(offset));
        }
    }

    void fail(long offset) {
        Exchange exchange = exchanges.get(offset);
        exchange.setException(new IllegalStateException("a secret"));
        ends(exchange);
    }

    void rollBack(long offset) {
        Exchange exchange = exchanges.get(offset);
        exchange.setRollbackOnly(true);
        ends(exchange);
    }

    private static void ends(Exchange exchange) {
        exchange.getExchangeExtension().handoverCompletions().forEach(end -> {
            if (exchange.isFailed()) {
                end.onFailure(exchange);
            } else {
                end.onComplete(exchange);
            }
        });
    }

    /** What is committed of a partition and the note that stands with it, as {@code offset/note}. */
    String committed(int partition) {
        var offset = broker.committed(partition);
        return offset == null ? "nothing" : offset.offset() + "/" + offset.metadata();
    }
}

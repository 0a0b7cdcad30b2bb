package io.github.llmchat.kafka;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.RollbackExchangeException;
import org.apache.camel.spi.Synchronization;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the ends of one consumer's records come in, on whatever thread, and wait for the thread that polls; and what an
 * end by failure means.
 */
final class Ends {

    /**
     * One record's end.
     *
     * @param record which
     * @param done   whether it may be committed
     */
    record End(TrackedRecord record, boolean done) {

        void apply() {
            if (done) {
                record.partition().done(record);
            } else {
                record.partition().failed(record);
            }
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(Ends.class);

    private final BlockingQueue<End> queue = new LinkedBlockingQueue<>();
    private final OnFailure onFailure;
    private final DeadLetters deadLetters;

    Ends(OnFailure onFailure, DeadLetters deadLetters) {
        this.onFailure = onFailure;
        this.deadLetters = deadLetters;
    }

    /** Tells every end that has come in to its partition. To be called on the thread that polls, as the next. */
    void applyAll() {
        for (End end = queue.poll(); end != null; end = queue.poll()) {
            end.apply();
        }
    }

    /** Waits for the next end. */
    boolean applyNext(long timeoutNanos) throws InterruptedException {
        End end = queue.poll(timeoutNanos, TimeUnit.NANOSECONDS);
        if (end != null) {
            end.apply();
        }
        return end != null;
    }

    /** {@return what tells the end of a record's exchange; {@code seda:} hands it over to the exchange that goes on} */
    Synchronization of(TrackedRecord record) {
        return new Synchronization() {
            @Override
            public void onComplete(Exchange exchange) {
                if (exchange.isRollbackOnly() || exchange.isRollbackOnlyLast()) {
                    onFailure(exchange);
                } else {
                    queue.add(new End(record, true));
                }
            }

            @Override
            public void onFailure(Exchange exchange) {
                Throwable reason = exchange.getException();
                failed(exchange.getContext(), record, record.record(),
                        reason == null ? new RollbackExchangeException("The exchange was rolled back", exchange) : reason);
            }
        };
    }

    /** What becomes of a record that failed. */
    void failed(CamelContext context, TrackedRecord tracked, ConsumerRecord<?, ?> record, Throwable reason) {
        String name = record.topic() + "-" + record.partition() + "@" + record.offset();
        if (onFailure == OnFailure.STOP) {
            stop(name, tracked, reason);
        } else if (deadLetters == null) {
            LOG.warn("{} was skipped (onFailure=skip, no deadLetter): {}", name, reason.getClass().getName());
            queue.add(new End(tracked, true));
        } else {
            deadLetters.send(context, record, reason, failure -> {
                if (failure == null) {
                    LOG.debug("{} is in the dead letter endpoint: {}", name, reason.getClass().getName());
                    queue.add(new End(tracked, true));
                } else {
                    LOG.error("{} could not be sent to the dead letter endpoint", name);
                    stop(name, tracked, failure);
                }
            });
        }
    }

    private void stop(String name, TrackedRecord tracked, Throwable reason) {
        LOG.error("{} failed with {}. Its partition is stopped and not committed beyond it: handle the failure in a route,"
                  + " or set onFailure=skip with a deadLetter; then restart the route. Nothing is lost meanwhile",
                name, reason.getClass().getName());
        queue.add(new End(tracked, false));
    }
}

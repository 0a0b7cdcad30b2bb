package io.github.llmchat.server;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Internal. Reads an iterator, which may wait for each element, on a thread that it has only while elements are asked
 * for. For one subscriber. An iterator that can be closed is closed at its end, and when the subscriber cancels.
 */
public final class IteratorPublisher implements Flow.Publisher<Object> {

    private static final Logger LOG = LoggerFactory.getLogger(IteratorPublisher.class);

    private final Iterator<?> iterator;
    private final Executor readers;

    /** @param readers threads that may wait */
    public IteratorPublisher(Iterator<?> iterator, Executor readers) {
        this.iterator = iterator;
        this.readers = readers;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super Object> subscriber) {
        subscriber.onSubscribe(new Reading(subscriber));
    }

    private final class Reading implements Flow.Subscription {

        private final Flow.Subscriber<? super Object> subscriber;
        private final AtomicLong demand = new AtomicLong();
        private final AtomicInteger signals = new AtomicInteger();
        private final AtomicBoolean ended = new AtomicBoolean();

        Reading(Flow.Subscriber<? super Object> subscriber) {
            this.subscriber = subscriber;
        }

        @Override
        public void request(long n) {
            demand.getAndUpdate(now -> now + n < 0 ? Long.MAX_VALUE : now + n);
            if (signals.getAndIncrement() == 0) {
                readers.execute(this::run);
            }
        }

        private void run() {
            int seen = signals.get();
            do {
                while (demand.get() > 0 && !ended.get()) {
                    demand.decrementAndGet();
                    next();
                }
                seen = signals.addAndGet(-seen);
            } while (seen != 0);
        }

        private void next() {
            try {
                if (iterator.hasNext()) {
                    Object element = iterator.next();
                    if (!ended.get()) {
                        subscriber.onNext(element);
                    }
                } else if (end()) {
                    subscriber.onComplete();
                }
            } catch (RuntimeException e) {
                if (end()) {
                    subscriber.onError(e);
                }
            }
        }

        @Override
        public void cancel() {
            end();
        }

        private boolean end() {
            boolean first = ended.compareAndSet(false, true);
            if (first && iterator instanceof Closeable closeable) {
                try {
                    closeable.close();
                } catch (IOException e) {
                    LOG.debug("The iterator of an answer could not be closed", e);
                }
            }
            return first;
        }
    }
}

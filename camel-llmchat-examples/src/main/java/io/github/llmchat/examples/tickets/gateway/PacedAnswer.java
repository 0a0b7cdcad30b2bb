package io.github.llmchat.examples.tickets.gateway;

import java.util.Iterator;
import java.util.concurrent.Flow;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.github.llmchat.error.ErrorDetails;
import io.github.llmchat.error.StreamCancelledException;

/**
 * The body of a served route: an answer whose pieces come at a pace, and no faster than the client takes them. Keeps
 * the ledger. For one subscriber; everything happens on the clock's one thread, and nothing waits there.
 */
final class PacedAnswer implements Flow.Publisher<Object>, Flow.Subscription {

    private final DemoAnswer answer;
    private final Pace pace;
    private final GatewayCall call;
    private final GatewayLedger ledger;
    private final ScheduledExecutorService clock;
    private final Iterator<Piece> pieces;
    private Flow.Subscriber<? super Object> subscriber;
    private long demand;
    private boolean underWay;
    private boolean over;
    private int sent;

    PacedAnswer(DemoAnswer answer, Pace pace, GatewayCall call, GatewayLedger ledger, ScheduledExecutorService clock) {
        this.answer = answer;
        this.pace = pace;
        this.call = call;
        this.ledger = ledger;
        this.clock = clock;
        pieces = AnswerPieces.of(answer).iterator();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super Object> given) {
        clock.execute(() -> {
            subscriber = given;
            given.onSubscribe(this);
        });
    }

    @Override
    public void request(long n) {
        clock.execute(() -> {
            demand = demand + n < 0 ? Long.MAX_VALUE : demand + n;
            goOn();
        });
    }

    private void goOn() {
        if (over || underWay || demand == 0) {
            return;
        }
        if (!pieces.hasNext()) {
            over = true;
            // before the client can know that it has everything
            ledger.update(call.answered(answer));
            subscriber.onComplete();
            return;
        }
        underWay = true;
        Piece piece = pieces.next();
        clock.schedule(() -> give(piece), piece.paced() ? pace.nanosUntilNext() : 0, TimeUnit.NANOSECONDS);
    }

    private void give(Piece piece) {
        underWay = false;
        if (over) {
            return;
        }
        demand--;
        if (piece.isText() && call.streamed()) {
            ledger.update(call.sending(++sent));
        }
        subscriber.onNext(piece.body());
        goOn();
    }

    /** The client is gone; perhaps when the end was on its way to it already. */
    @Override
    public void cancel() {
        clock.execute(this::abort);
    }

    /** The gateway closes: what the client has is not the whole answer. */
    void cut() {
        clock.execute(() -> {
            if (!over) {
                abort();
                if (subscriber != null) {
                    subscriber.onError(
                            new StreamCancelledException("The demo gateway was closed.", ErrorDetails.NONE, null));
                }
            }
        });
    }

    private void abort() {
        over = true;
        ledger.update(call.sending(sent).aborted(sent));
    }
}

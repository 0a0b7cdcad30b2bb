package io.github.llmchat.examples.tickets.gateway;

import java.util.ArrayList;
import java.util.List;

/**
 * What a {@link DemoGateway} served: one record for each chat completion that was asked of one of its models, in the
 * order of arrival.
 * <p>
 * A call is entered when it reaches its route, and brought up to date just before the last byte of its answer is sent,
 * so that whoever has read a whole answer finds it here. All methods may be called from any thread.
 */
public final class GatewayLedger {

    private final List<GatewayCall> calls = new ArrayList<>();

    GatewayLedger() {
    }

    /**
     * All calls so far.
     *
     * @return a copy that does not change any more
     */
    public synchronized List<GatewayCall> calls() {
        return List.copyOf(calls);
    }

    /**
     * How many calls ended, or did not end, in a certain way.
     *
     * @param  end the way
     * @return     0 or more
     */
    public synchronized long count(GatewayCall.End end) {
        return calls.stream().filter(call -> call.end() == end).count();
    }

    /**
     * How many calls were answered with 429; a client that obeys makes each of them again.
     *
     * @return 0 or more
     */
    public synchronized long throttled() {
        return calls.stream().filter(call -> call.status() == 429).count();
    }

    /**
     * Pieces of text sent in the answers of all calls, those cut off included.
     *
     * @return 0 or more
     */
    public synchronized long chunks() {
        return calls.stream().mapToLong(GatewayCall::chunks).sum();
    }

    /**
     * Completion tokens of all calls that were answered.
     *
     * @return 0 or more
     */
    public synchronized long completionTokens() {
        return calls.stream().mapToLong(GatewayCall::completionTokens).sum();
    }

    /** Enters a call; the number it gets is the key for {@link #update}. */
    synchronized GatewayCall open(String ticketId, boolean streamed) {
        GatewayCall call = new GatewayCall(calls.size(), ticketId, 0, streamed, 0, 0, 0, 0, GatewayCall.End.OPEN);
        calls.add(call);
        return call;
    }

    synchronized void update(GatewayCall call) {
        calls.set(call.number(), call);
    }
}

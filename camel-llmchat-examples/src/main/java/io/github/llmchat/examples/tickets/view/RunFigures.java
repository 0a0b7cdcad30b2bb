package io.github.llmchat.examples.tickets.view;

import java.time.Duration;

/**
 * The figures of a run at one moment.
 *
 * @param answered      tickets with an answer
 * @param escalated     tickets that a person is to look at
 * @param failed        tickets without an answer
 * @param chunks        chunks with text
 * @param tokens        completion tokens, as the gateway counts them
 * @param firstChunkP50 half of the streams had their first chunk after this time or sooner; zero if there was none
 * @param firstChunkP99 the same for 99 of 100 streams
 * @param elapsed       from the first ticket's start to the last result
 */
public record RunFigures(int answered, int escalated, int failed, long chunks, long tokens, Duration firstChunkP50,
        Duration firstChunkP99, Duration elapsed) {

    /**
     * Tickets that have a result.
     *
     * @return 0 or more
     */
    public int finished() {
        return answered + escalated + failed;
    }

    /**
     * How fast it went.
     *
     * @return tickets with a result per second; 0 if no time has passed
     */
    public double ticketsPerSecond() {
        return elapsed.isZero() ? 0 : finished() * 1e9 / elapsed.toNanos();
    }

    /**
     * Tickets with this result.
     *
     * @param  outcome the kind of result
     * @return         0 or more
     */
    public int count(Outcome outcome) {
        return switch (outcome) {
            case ANSWERED -> answered;
            case ESCALATED -> escalated;
            case FAILED -> failed;
        };
    }
}

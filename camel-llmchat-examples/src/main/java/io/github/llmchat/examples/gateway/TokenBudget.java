package io.github.llmchat.examples.gateway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.apache.camel.Body;

/**
 * Adds up what each client has used in this hour, from the records of the topic of usages. Called by routes, on any
 * thread.
 */
public final class TokenBudget {

    private final Clock clock;
    private final Map<String, Long> spent = new HashMap<>();
    private Instant hour;

    TokenBudget(Clock clock) {
        this.clock = clock;
        this.hour = thisHour();
    }

    /**
     * Adds a usage; one of an earlier hour counts no more.
     *
     * @param  json                    a record of the topic
     * @throws JsonProcessingException if it is not a usage
     */
    public void book(@Body String json) throws JsonProcessingException {
        UsageRecord usage = UsageRecord.parse(json);
        synchronized (this) {
            turn();
            if (!usage.instant().isBefore(hour)) {
                spent.merge(usage.client(), usage.tokens(), Long::sum);
            }
        }
    }

    /**
     * What a client has used.
     *
     * @param  client the name of its key
     * @return        tokens, 0 or more
     */
    public synchronized long spent(String client) {
        turn();
        return spent.getOrDefault(client, 0L);
    }

    /**
     * How long this hour lasts.
     *
     * @return seconds, 1 to 3,600
     */
    public long secondsLeft() {
        Instant now = clock.instant();
        return Math.max(1, Duration.between(now, now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS)).toSeconds());
    }

    /**
     * How long this hour lasts.
     *
     * @return minutes begun, 1 to 60
     */
    public long minutesLeft() {
        return (secondsLeft() + 59) / 60;
    }

    private void turn() {
        Instant now = thisHour();
        if (now.isAfter(hour)) {
            hour = now;
            spent.clear();
        }
    }

    private Instant thisHour() {
        return clock.instant().truncatedTo(ChronoUnit.HOURS);
    }
}

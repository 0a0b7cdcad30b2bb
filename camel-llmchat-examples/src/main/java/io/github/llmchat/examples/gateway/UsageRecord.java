package io.github.llmchat.examples.gateway;

import java.time.Instant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What one request took, as it stands in the topic of usages.
 *
 * @param time             when it was over, ISO 8601
 * @param client           the name of its key
 * @param model            the model that it asked for
 * @param upstreamModel    the model that answered; {@code null} if none did
 * @param promptTokens     tokens of the request
 * @param completionTokens tokens of the answer
 * @param estimated        whether these are a guess because the upstream had not counted yet
 * @param error            why the client has not got its whole answer, as an exception's name; {@code null} if it has
 */
record UsageRecord(String time, String client, String model, String upstreamModel, long promptTokens, long completionTokens,
        boolean estimated, String error) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @throws JsonProcessingException if it is no JSON of this form */
    static UsageRecord parse(String json) throws JsonProcessingException {
        return JSON.readValue(json, UsageRecord.class);
    }

    String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A usage can't be written", e);
        }
    }

    Instant instant() {
        return Instant.parse(time);
    }

    long tokens() {
        return promptTokens + completionTokens;
    }
}

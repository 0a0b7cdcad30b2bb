package io.github.llmchat.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.llmchat.stream.AnswerHead;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;

/** What a gateway says in HTTP headers: its id of the request, its rate limits, and when to come back. */
final class ResponseHeaders {

    /** No document names the header; these are seen in the field, the most specific first. */
    private static final String[] REQUEST_IDS = { "x-request-id", "x-oneapi-request-id", "cf-ray" };
    private static final int MAX_ID = 200;
    private static final Pattern DURATION_PART = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|h|m|s)");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(?:\\.\\d+)?");

    private ResponseHeaders() {
    }

    static AnswerHead head(ChatPost post, HttpResponse response) {
        return new AnswerHead(
                response.getCode(), SafeUrl.of(post.url()), requestId(response),
                number(response, "x-ratelimit-remaining-requests"),
                number(response, "x-ratelimit-remaining-tokens"), resetMillis(response),
                said -> Confidential.masked(said, post));
    }

    static String requestId(HttpResponse response) {
        for (String name : REQUEST_IDS) {
            String id = value(response, name);
            if (id != null) {
                return id.length() > MAX_ID ? id.substring(0, MAX_ID) : id;
            }
        }
        return null;
    }

    /**
     * When the gateway wants to be asked again, or null: {@code retry-after-ms}, else {@code Retry-After} (seconds or
     * date).
     */
    static Duration retryAfter(HttpResponse response, Instant now) {
        String millis = value(response, "retry-after-ms");
        if (millis != null && NUMBER.matcher(millis).matches()) {
            return positive(Duration.ofMillis((long) Double.parseDouble(millis)));
        }
        String value = value(response, "Retry-After");
        if (value == null) {
            return null;
        }
        if (NUMBER.matcher(value).matches()) {
            return positive(Duration.ofMillis((long) (Double.parseDouble(value) * 1000)));
        }
        try {
            Instant then = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return positive(Duration.between(now, then));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static Duration positive(Duration duration) {
        return duration.isNegative() || duration.isZero() ? null : duration;
    }

    private static Long resetMillis(HttpResponse response) {
        Long requests = millis(value(response, "x-ratelimit-reset-requests"));
        Long tokens = millis(value(response, "x-ratelimit-reset-tokens"));
        if (requests == null || tokens == null) {
            return requests == null ? tokens : requests;
        }
        return Math.max(requests, tokens);
    }

    /** {@code 6m0s}, {@code 88ms}, or plain seconds. */
    private static Long millis(String value) {
        if (value == null) {
            return null;
        }
        if (NUMBER.matcher(value).matches()) {
            return (long) (Double.parseDouble(value) * 1000);
        }
        Matcher parts = DURATION_PART.matcher(value);
        double sum = 0;
        int end = 0;
        while (parts.find() && parts.start() == end) {
            sum += Double.parseDouble(parts.group(1)) * millisOf(parts.group(2));
            end = parts.end();
        }
        return end > 0 && end == value.length() ? (long) sum : null;
    }

    private static double millisOf(String unit) {
        return switch (unit) {
            case "h" -> 3_600_000;
            case "m" -> 60_000;
            case "s" -> 1_000;
            default -> 1;
        };
    }

    private static Long number(HttpResponse response, String name) {
        String value = value(response, name);
        return value != null && NUMBER.matcher(value).matches() ? (long) Double.parseDouble(value) : null;
    }

    static String value(HttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        String value = header == null || header.getValue() == null ? "" : header.getValue().strip();
        return value.isEmpty() ? null : value;
    }
}

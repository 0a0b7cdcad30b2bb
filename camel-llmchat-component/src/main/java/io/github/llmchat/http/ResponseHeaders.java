package io.github.llmchat.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.llmchat.stream.AnswerHead;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;

/** What a gateway says in HTTP headers: its id of the request, its rate limits, and when to come back. */
final class ResponseHeaders {

    /** No document names the header; these are seen in the field, the most specific first. */
    private static final String[] REQUEST_IDS = { "x-request-id", "x-oneapi-request-id", "cf-ray" };
    private static final String[] RESETS
            = { "x-ratelimit-reset-requests", "x-ratelimit-reset-tokens", "x-ratelimit-reset" };
    private static final int MAX_ID = 200;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);
    private static final double EPOCH_SECONDS = 1e9;
    private static final double EPOCH_MILLIS = 1e12;
    private static final Pattern DURATION_PART = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|h|m|s)");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(?:\\.\\d+)?");

    private ResponseHeaders() {
    }

    static AnswerHead head(GatewayRequest request, HttpResponse response) {
        return new AnswerHead(
                response.getCode(), SafeUrl.of(request.url()), requestId(request, response),
                number(response, "x-ratelimit-remaining-requests"),
                number(response, "x-ratelimit-remaining-tokens"), resetMillis(response, Instant.now()),
                said -> Confidential.masked(said, request), false);
    }

    static String requestId(GatewayRequest request, HttpResponse response) {
        for (String name : REQUEST_IDS) {
            String id = value(response, name);
            if (id != null) {
                String safe = Confidential.withoutSecrets(id, request);
                return safe.length() > MAX_ID ? safe.substring(0, MAX_ID) : safe;
            }
        }
        return null;
    }

    /**
     * When the gateway wants to be asked again, or null: {@code retry-after-ms}, else {@code Retry-After} (seconds or
     * date), else, if the rate limit was hit, when it is reset. What is not in the future, or more than a day ahead, is
     * no answer.
     */
    static Duration retryAfter(HttpResponse response, Instant now) {
        Stream<Supplier<Long>> answers = Stream.of(
                () -> millis(value(response, "retry-after-ms"), 1, now),
                () -> seconds(value(response, "Retry-After"), now),
                () -> response.getCode() == TOO_MANY_REQUESTS ? resetMillis(response, now) : null);
        return answers.map(Supplier::get)
                .filter(millis -> millis != null && millis > 0 && millis <= LONGEST_WAIT.toMillis())
                .map(Duration::ofMillis)
                .findFirst().orElse(null);
    }

    /** Whether the gateway says that the request may, or must not, be sent again; null if it does not say. */
    static Boolean shouldRetry(HttpResponse response) {
        String value = value(response, "x-should-retry");
        boolean says = "true".equalsIgnoreCase(value) || "false".equalsIgnoreCase(value);
        return says ? Boolean.valueOf(value) : null;
    }

    private static Long seconds(String value, Instant now) {
        if (value == null || NUMBER.matcher(value).matches()) {
            return millis(value, 1000, now);
        }
        try {
            return Duration.between(now, ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)).toMillis();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** When the last of the limits is reset. */
    private static Long resetMillis(HttpResponse response, Instant now) {
        return Stream.of(RESETS)
                .map(name -> reset(value(response, name), now))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder()).orElse(null);
    }

    /** {@code 6m0s}, {@code 88ms}, plain seconds, or a time since 1970. */
    private static Long reset(String value, Instant now) {
        if (value == null || NUMBER.matcher(value).matches()) {
            return millis(value, 1000, now);
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

    /** Nobody asks for a pause of decades: such a number is a time since 1970, in seconds or milliseconds. */
    private static Long millis(String value, int unit, Instant now) {
        if (value == null || !NUMBER.matcher(value).matches()) {
            return null;
        }
        double number = Double.parseDouble(value);
        if (number >= EPOCH_MILLIS) {
            return Math.max(0, (long) number - now.toEpochMilli());
        }
        return number >= EPOCH_SECONDS
                ? Math.max(0, (long) (number * 1000) - now.toEpochMilli()) : (long) (number * unit);
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

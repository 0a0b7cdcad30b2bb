package io.github.llmchat.quirks;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.WholeScript;

import static org.assertj.core.api.Assertions.assertThat;

/** When to come back: Q32. */
final class RetryAfterQuirk {

    private static final WholeScript BUSY = Script.error(429, "requests", "rate_limit_exceeded", "Try again in 1.2s");

    private RetryAfterQuirk() {
    }

    static Quirk quirk() {
        return Quirk.of(32, "many ways to say when to come back")
                .sees("`Retry-After: 20`, `1.5`, a date, seconds since 1970, `0` or `-1`; `retry-after-ms: 1500`; "
                      + "`x-ratelimit-reset-tokens: 6m0s`, `88ms` or seconds")
                .handledBy(
                        "`retryAfter()` of the exception is `retry-after-ms`, else `Retry-After`, else, with status 429, the "
                           + "later of the rate limits' resets. What is not in the future, or more than a day away, is left "
                           + "out. A time that stands only in the words of the message stays there.")
                .source("https://github.com/openai/openai-python/blob/main/src/openai/_base_client.py",
                        "https://github.com/vectorize-io/hindsight/pull/3508",
                        "https://github.com/cloudfoundry/cloud_controller_ng/issues/2544",
                        "https://learn.microsoft.com/en-us/answers/questions/5625878/")
                .check(gateway -> {
                    assertExact(gateway);
                    assertTimesOfDay(gateway);
                    for (String none : List.of("0", "-1", "NaN", "soon", "1e3", "86401", "Fri, 31 Dec 1999 23:59:59 GMT",
                            "946684800", "99999999999999999999")) {
                        assertThat(retryAfter(gateway, BUSY.header("Retry-After", none))).as(none).isNull();
                    }
                    assertThat(retryAfter(gateway, BUSY)).isNull();
                });
    }

    private static void assertExact(QuirkGateway gateway) {
        assertThat(retryAfter(gateway, BUSY.header("Retry-After", "20"))).isEqualTo(Duration.ofSeconds(20));
        assertThat(retryAfter(gateway, BUSY.header("retry-after", "1.5"))).isEqualTo(Duration.ofMillis(1500));
        assertThat(retryAfter(gateway, BUSY.header("Retry-After", "86400"))).isEqualTo(Duration.ofDays(1));
        WholeScript both = BUSY.header("Retry-After", "2").header("x-ratelimit-reset-tokens", "6m0s");
        assertThat(retryAfter(gateway, both)).isEqualTo(Duration.ofSeconds(2));
        assertThat(retryAfter(gateway, both.header("retry-after-ms", "1500"))).isEqualTo(Duration.ofMillis(1500));
        assertThat(retryAfter(gateway, both.header("retry-after-ms", "0"))).isEqualTo(Duration.ofSeconds(2));

        assertThat(reset(gateway, "6m0s", "88ms")).isEqualTo(Duration.ofMinutes(6));
        assertThat(reset(gateway, "88ms", "1h2m3.5s")).isEqualTo(Duration.ofMillis(3_723_500));
        assertThat(reset(gateway, "12", "0")).isEqualTo(Duration.ofSeconds(12));
        assertThat(reset(gateway, "0", "0s")).isNull();
        assertThat(reset(gateway, "5 minutes", "m")).isNull();
        WholeScript broken = Script.status(503).header("x-ratelimit-reset-tokens", "6m0s");
        assertThat(retryAfter(gateway, broken)).isNull();
        assertThat(retryAfter(gateway, broken.header("Retry-After", "3"))).isEqualTo(Duration.ofSeconds(3));
    }

    private static void assertTimesOfDay(QuirkGateway gateway) {
        Instant then = Instant.now().plusSeconds(600);
        List<String> forms = List.of(
                DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.ofInstant(then, ZoneOffset.UTC)),
                String.valueOf(then.getEpochSecond()), String.valueOf(then.toEpochMilli()));
        for (String form : forms) {
            assertThat(retryAfter(gateway, BUSY.header("Retry-After", form)))
                    .isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10));
        }
        assertThat(retryAfter(gateway, BUSY.header("X-RateLimit-Reset", String.valueOf(then.toEpochMilli()))))
                .isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10));
    }

    private static Duration reset(QuirkGateway gateway, String requests, String tokens) {
        return retryAfter(gateway, BUSY.header("Retry-After", "0").header("x-ratelimit-reset-requests", requests)
                .header("x-ratelimit-reset-tokens", tokens));
    }

    private static Duration retryAfter(QuirkGateway gateway, Script script) {
        return gateway.wholeFails(script).retryAfter();
    }
}

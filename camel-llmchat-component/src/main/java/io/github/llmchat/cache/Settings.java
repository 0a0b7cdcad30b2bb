package io.github.llmchat.cache;

import java.time.Duration;
import java.util.Objects;

/** Refuses settings that make no sense, in words. */
final class Settings {

    private Settings() {
    }

    static long atLeastOne(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + "=" + value + ": must be 1 or more");
        }
        return value;
    }

    static Duration notNegative(String name, Duration value) {
        if (Objects.requireNonNull(value, name).isNegative()) {
            throw new IllegalArgumentException(name + "=" + value + ": must be a duration such as 10m, or 0");
        }
        return value;
    }
}

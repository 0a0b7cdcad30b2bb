package io.github.llmchat.benchmark;

import java.util.Arrays;
import java.util.stream.Stream;

/** Options that Maven passes as one argument. */
public final class OneLine {

    private OneLine() {
    }

    /** {@return the words of all arguments} */
    public static String[] split(String... args) {
        return Arrays.stream(args).flatMap(arg -> Stream.of(arg.split("\\s+"))).filter(word -> !word.isEmpty())
                .toArray(String[]::new);
    }
}

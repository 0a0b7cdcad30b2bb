package io.github.llmchat.quirks;

import java.util.List;
import java.util.stream.Stream;

/** What models think, and what becomes of it. */
final class ReasoningQuirks {

    private ReasoningQuirks() {
    }

    static List<Quirk> all() {
        return Stream.of(ReasoningFieldQuirks.all(), ReasoningReplayQuirks.all()).flatMap(List::stream).toList();
    }
}

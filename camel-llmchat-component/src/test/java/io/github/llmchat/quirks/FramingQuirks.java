package io.github.llmchat.quirks;

import java.util.List;
import java.util.stream.Stream;

/** How events are framed: Q1 to Q24. */
final class FramingQuirks {

    private FramingQuirks() {
    }

    static List<Quirk> all() {
        return Stream.of(KeepAliveQuirks.all(), LineQuirks.all(), EndQuirks.all(), BytesQuirks.all(), FormQuirks.all())
                .flatMap(List::stream).toList();
    }
}

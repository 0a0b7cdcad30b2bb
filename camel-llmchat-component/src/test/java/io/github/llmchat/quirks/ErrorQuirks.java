package io.github.llmchat.quirks;

import java.util.List;
import java.util.stream.Stream;

/** How failures are reported: Q36 to Q49. */
final class ErrorQuirks {

    private ErrorQuirks() {
    }

    static List<Quirk> all() {
        return Stream.of(StreamErrorQuirks.all(), ErrorShapeQuirks.all(), ErrorFieldQuirks.all(), OddErrorQuirks.all())
                .flatMap(List::stream).toList();
    }
}

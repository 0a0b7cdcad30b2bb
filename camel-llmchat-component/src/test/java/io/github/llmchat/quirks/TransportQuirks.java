package io.github.llmchat.quirks;

import java.util.List;
import java.util.stream.Stream;

/** How answers are transported: Q25 to Q35. */
final class TransportQuirks {

    private TransportQuirks() {
    }

    static List<Quirk> all() {
        return Stream.of(SilenceQuirks.all(), BrokenOffQuirks.all(), StatusQuirks.all()).flatMap(List::stream).toList();
    }
}

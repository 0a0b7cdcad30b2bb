package io.github.llmchat.quirks;

import java.util.List;
import java.util.stream.Stream;

/** What chunks and answers look like. */
final class ChunkQuirks {

    private ChunkQuirks() {
    }

    static List<Quirk> all() {
        return Stream.of(
                ChunkEnvelopeQuirks.all(), ChunkFinishQuirks.all(), ChunkUsageQuirks.all(), ChunkContentQuirks.all(),
                ChunkExtraQuirks.all())
                .flatMap(List::stream)
                .toList();
    }
}

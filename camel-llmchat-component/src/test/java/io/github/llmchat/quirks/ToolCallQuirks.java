package io.github.llmchat.quirks;

import java.util.List;
import java.util.stream.Stream;

/** What tool calls look like. */
final class ToolCallQuirks {

    private ToolCallQuirks() {
    }

    static List<Quirk> all() {
        return Stream.of(
                ToolCallIndexQuirks.all(), ToolCallNameQuirks.all(), ToolCallArgumentsQuirks.all(), ToolCallFormQuirks.all())
                .flatMap(List::stream)
                .toList();
    }
}

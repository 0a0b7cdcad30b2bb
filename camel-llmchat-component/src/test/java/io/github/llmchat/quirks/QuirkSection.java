package io.github.llmchat.quirks;

import java.util.List;

/** Quirks that have something in common. */
record QuirkSection(String title, List<Quirk> quirks) {

    static List<QuirkSection> all() {
        return List.of(
                new QuirkSection("Framing of server-sent events", FramingQuirks.all()),
                new QuirkSection("Transport", TransportQuirks.all()),
                new QuirkSection("Errors", ErrorQuirks.all()),
                new QuirkSection("Shape of chunks and answers", ChunkQuirks.all()),
                new QuirkSection("Reasoning", ReasoningQuirks.all()),
                new QuirkSection("Tool calls", ToolCallQuirks.all()),
                new QuirkSection("Requests that gateways refuse", RequestQuirks.all()));
    }

    static List<Quirk> allQuirks() {
        return all().stream().flatMap(section -> section.quirks().stream()).toList();
    }
}

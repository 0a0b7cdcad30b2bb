package io.github.llmchat.sse;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The standard's reading of a whole stream, line by line and as simple as can be: what the parser is compared with. */
final class PlainReading {

    final List<Seen> seen = new ArrayList<>();
    Seen left;

    private List<String> data = new ArrayList<>();
    private String name = "";

    PlainReading(byte[] stream) {
        String text = new String(stream, StandardCharsets.ISO_8859_1);
        String lines = text.startsWith("\u00EF\u00BB\u00BF") ? text.substring(3) : text;
        String[] parts = lines.split("\r\n|\r|\n", -1);
        for (int i = 0; i < parts.length - 1; i++) {
            line(parts[i]);
        }
        // what no line end has ended: a line for the rest, but never the end of an event
        String last = parts[parts.length - 1];
        if (!last.isEmpty() && !last.startsWith(":")) {
            line(last);
        }
        left = data.isEmpty() ? null : event();
    }

    private void line(String line) {
        int colon = line.indexOf(':');
        String field = colon < 0 ? line : line.substring(0, colon);
        String value = colon < 0 ? "" : line.substring(colon + 1);
        String stripped = value.startsWith(" ") ? value.substring(1) : value;
        if (line.isEmpty()) {
            if (!data.isEmpty()) {
                seen.add(event());
            }
            name = "";
        } else if (colon == 0) {
            seen.add(Seen.COMMENT);
        } else if (field.equals("data")) {
            data.add(stripped);
        } else if (field.equals("event")) {
            name = stripped;
        }
    }

    private Seen event() {
        String utf8 = new String(name.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        Seen event = new Seen(name.isEmpty() ? null : utf8, String.join("\n", data));
        data = new ArrayList<>();
        name = "";
        return event;
    }
}

package io.github.llmchat.docs;

import java.nio.file.Path;

/** A text of interest in a file: an endpoint URI, or a property {@code camel.component.llmchat.…}. Lines begin at 1. */
record Mention(Path file, int line, String text) {

    boolean isProperty() {
        return text.startsWith("camel.");
    }
}

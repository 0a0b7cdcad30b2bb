package io.github.llmchat.schema;

import java.util.function.Predicate;

import com.networknt.schema.JsonNodePath;

/**
 * Where something is in a document, in the manner of JSONPath. A name that may not be told is an asterisk.
 */
record Place(Predicate<String> known) {

    String of(JsonNodePath path) {
        StringBuilder place = new StringBuilder("$");
        for (int i = 0; i < path.getNameCount(); i++) {
            Object element = path.getElement(i);
            if (element instanceof Integer index) {
                place.append('[').append(index).append(']');
            } else {
                append(place, String.valueOf(element));
            }
        }
        return place.toString();
    }

    private void append(StringBuilder place, String name) {
        if (!known.test(name)) {
            place.append(".*");
        } else if (name.matches("[\\w$-]+")) {
            place.append('.').append(name);
        } else {
            place.append("['").append(name).append("']");
        }
    }
}

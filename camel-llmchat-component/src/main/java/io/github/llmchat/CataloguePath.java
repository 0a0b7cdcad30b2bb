package io.github.llmchat;

import java.nio.charset.StandardCharsets;

/** Where the catalogue's entry of a model is. The id becomes one segment of the path, whatever characters it holds. */
final class CataloguePath {

    private static final String UNRESERVED = "-._~";

    private CataloguePath() {
    }

    /**
     * @throws IllegalArgumentException if the id can't be a segment of a path
     */
    static String of(String model) {
        if (".".equals(model) || "..".equals(model)) {
            // servers take these for a way through the path, encoded too
            throw new IllegalArgumentException("The model '" + model + "' can't be looked up in a catalogue");
        }
        StringBuilder path = new StringBuilder("/model-catalog/");
        for (byte octet : model.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            if (isUnreserved(c)) {
                path.append(c);
            } else {
                path.append('%').append(hex(c >> 4)).append(hex(c));
            }
        }
        return path.toString();
    }

    private static boolean isUnreserved(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || UNRESERVED.indexOf(c) >= 0;
    }

    private static char hex(int value) {
        return Character.toUpperCase(Character.forDigit(value & 0xf, 16));
    }
}

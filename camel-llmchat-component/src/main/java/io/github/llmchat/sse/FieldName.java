package io.github.llmchat.sse;

import java.util.Arrays;

/**
 * The field name of one line while it comes in, no longer than the longest name that means something. Drops the byte
 * order mark before the name of the stream's first line.
 */
final class FieldName {

    private static final byte[] BYTE_ORDER_MARK = { (byte) 0xEF, (byte) 0xBB, (byte) 0xBF };
    private static final byte[] DATA = { 'd', 'a', 't', 'a' };
    private static final byte[] EVENT = { 'e', 'v', 'e', 'n', 't' };

    private final byte[] bytes = new byte[EVENT.length];
    private int length;
    private boolean atStreamStart = true;

    /** Adds a byte; false if the name has become longer than any known one. */
    boolean add(byte b) {
        if (length == bytes.length) {
            return false;
        }
        bytes[length++] = b;
        if (atStreamStart && length == BYTE_ORDER_MARK.length) {
            atStreamStart = false;
            if (is(BYTE_ORDER_MARK)) {
                length = 0;
            }
        }
        return true;
    }

    boolean isEmpty() {
        return length == 0;
    }

    boolean isData() {
        return is(DATA);
    }

    boolean isEvent() {
        return is(EVENT);
    }

    private boolean is(byte[] expected) {
        return Arrays.equals(bytes, 0, length, expected, 0, expected.length);
    }

    /** Begins the name of the next line. */
    void nextLine() {
        length = 0;
        atStreamStart = false;
    }
}

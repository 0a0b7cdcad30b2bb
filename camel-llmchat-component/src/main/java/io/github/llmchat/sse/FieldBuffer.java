package io.github.llmchat.sse;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The value of one field while it comes in. The first piece is only pointed at, where it lies in the array being
 * parsed, so that a value that is taken before that array is gone is copied once. {@link #keep} must be called before
 * the array's content changes.
 */
final class FieldBuffer {

    private static final byte[] EMPTY = {};
    private static final byte[] LINE_FEED = { '\n' };
    private static final int FIRST_CAPACITY = 256;
    /** A larger array is not kept for the next event: one large event must not hold memory for the whole stream. */
    private static final int LARGEST_KEPT = 64 * 1024;

    private final int limit;
    private byte[] own = EMPTY;
    /** Where the value lies: {@link #own} or the array being parsed. */
    private byte[] array = own;
    private int start;
    private int length;
    private boolean present;

    FieldBuffer(int limit) {
        this.limit = limit;
    }

    /** Whether a line of this field was seen, even an empty one. */
    boolean isPresent() {
        return present;
    }

    /** Begins the line that takes the place of the lines before. */
    void replaceLine() {
        clear();
        present = true;
    }

    /** Begins the line that is joined with LF to the lines before. */
    void joinLine() {
        if (present) {
            append(LINE_FEED, 0, 1);
        }
        present = true;
    }

    void append(byte[] source, int from, int to) {
        int count = to - from;
        if (count == 0) {
            return;
        }
        long size = (long) length + count;
        if (size > limit) {
            throw new SseLimitException(size, limit);
        }
        if (length == 0) {
            array = source;
            start = from;
        } else {
            keep();
            reserve((int) size);
            System.arraycopy(source, from, own, length, count);
        }
        length = (int) size;
    }

    /** Copies the value out of the array being parsed. */
    void keep() {
        if (array != own) {
            byte[] source = array;
            array = own;
            int count = length;
            length = 0;
            reserve(count);
            System.arraycopy(source, start, own, 0, count);
            start = 0;
            length = count;
        }
    }

    private void reserve(int size) {
        if (size > own.length) {
            long doubled = Math.max(FIRST_CAPACITY, 2L * own.length);
            own = Arrays.copyOf(own, (int) Math.max(size, Math.min(limit, doubled)));
            array = own;
        }
    }

    /** The value as an array of its own; the buffer is empty and absent after this. */
    byte[] takeBytes() {
        byte[] value = Arrays.copyOfRange(array, start, start + length);
        clear();
        return value;
    }

    /** The value as text, null if it is absent or empty; the buffer is empty and absent after this. */
    String takeText() {
        String value = length == 0 ? null : new String(array, start, length, StandardCharsets.UTF_8);
        clear();
        return value;
    }

    void clear() {
        if (own.length > LARGEST_KEPT) {
            own = EMPTY;
        }
        array = own;
        start = 0;
        length = 0;
        present = false;
    }
}

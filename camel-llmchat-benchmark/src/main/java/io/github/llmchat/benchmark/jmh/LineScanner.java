package io.github.llmchat.benchmark.jmh;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Finds the data lines of an event stream by the shortest way: lines end with LF, each event has one, none has a name.
 */
final class LineScanner {

    private static final int PREFIX = "data: ".length();

    private final Receiver receiver;
    private byte[] begun = {};

    /** Gets what is in a data line. */
    interface Receiver {

        void data(byte[] array, int from, int length);
    }

    LineScanner(Receiver receiver) {
        this.receiver = receiver;
    }

    /** Scans a buffer with an array; what the last line lacks comes with the next. */
    void feed(ByteBuffer bytes) {
        byte[] array = bytes.array();
        int from = 0;
        for (int i = 0; i < bytes.limit(); i++) {
            if (array[i] == '\n') {
                line(array, from, i);
                from = i + 1;
            }
        }
        if (from < bytes.limit()) {
            begun = joined(array, from, bytes.limit());
        }
    }

    private void line(byte[] array, int from, int to) {
        if (begun.length > 0) {
            byte[] line = joined(array, from, to);
            begun = new byte[0];
            line(line, 0, line.length);
        } else if (to - from > PREFIX) {
            receiver.data(array, from + PREFIX, to - from - PREFIX);
        }
    }

    private byte[] joined(byte[] array, int from, int to) {
        byte[] line = Arrays.copyOf(begun, begun.length + to - from);
        System.arraycopy(array, from, line, begun.length, to - from);
        return line;
    }
}

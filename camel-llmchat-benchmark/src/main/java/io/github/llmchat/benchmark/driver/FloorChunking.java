package io.github.llmchat.benchmark.driver;

import java.io.IOException;

/** Takes HTTP's chunks apart, wherever reads have cut them. No extensions, no trailers. For one thread. */
final class FloorChunking {

    private static final int RADIX = 16;

    private State state = State.SIZE;
    private int left;

    /** {@return whether the last chunk has been there} */
    boolean ended() {
        return state == State.ENDED;
    }

    void reset() {
        state = State.SIZE;
        left = 0;
    }

    /**
     * Moves what the chunks contain together.
     *
     * @param  from the first byte that has not been looked at
     * @param  to   after the last one
     * @param  at   where contents go, {@code from} or before
     * @return      after the last byte of the contents
     */
    int decode(byte[] bytes, int from, int to, int at) throws IOException {
        int next = from;
        int end = at;
        while (next < to && state != State.ENDED) {
            if (state == State.DATA) {
                int length = Math.min(left, to - next);
                System.arraycopy(bytes, next, bytes, end, length);
                next += length;
                end += length;
                left -= length;
                if (left == 0) {
                    state = State.AFTER_DATA;
                }
            } else {
                control(bytes[next++]);
            }
        }
        return end;
    }

    private void control(byte given) throws IOException {
        if (given == '\r') {
            return;
        }
        if (given != '\n') {
            int digit = Character.digit(given, RADIX);
            if (state != State.SIZE || digit < 0) {
                throw new IOException("Not a chunk's size: byte " + given);
            }
            left = left * RADIX + digit;
            return;
        }
        state = switch (state) {
            case AFTER_DATA -> State.SIZE;
            case SIZE -> left == 0 ? State.LAST : State.DATA;
            default -> State.ENDED;
        };
    }

    private enum State {
        SIZE,
        DATA,
        AFTER_DATA,
        LAST,
        ENDED
    }
}

package io.github.llmchat.http;

import java.nio.ByteBuffer;

/** Skips the head of gzip data (RFC 1952, section 2.3), which may come in pieces. */
final class GzipHead {

    private static final int FIXED = 10;
    private static final int HEADER_CRC = 0x02;
    private static final int EXTRA = 0x04;
    private static final int NAME = 0x08;
    private static final int COMMENT = 0x10;

    private int position;
    private int flags;
    private int left;

    /** Takes bytes of the head; true when none of it is left, so that the next byte is compressed data. */
    boolean skip(ByteBuffer bytes) {
        while (bytes.hasRemaining() && !isOver()) {
            next(bytes.get() & 0xff);
        }
        return isOver();
    }

    private boolean isOver() {
        return position >= FIXED && flags == 0;
    }

    private void next(int value) {
        if (position < FIXED) {
            fixed(value);
        } else if ((flags & EXTRA) != 0) {
            extra(value);
        } else if ((flags & (NAME | COMMENT)) != 0) {
            if (value == 0) {
                flags &= (flags & NAME) != 0 ? ~NAME : ~COMMENT;
            }
        } else {
            // two bytes; the first only clears what says so
            flags = left == 0 ? HEADER_CRC : 0;
            left = 1;
        }
    }

    private void fixed(int value) {
        if (position == 3) {
            flags = value & (HEADER_CRC | EXTRA | NAME | COMMENT);
        }
        position++;
    }

    /** Two bytes of length, low byte first, and as many bytes of data. */
    private void extra(int value) {
        if (position == FIXED) {
            left = value;
        } else if (position == FIXED + 1) {
            left |= value << 8;
        } else {
            left--;
        }
        position++;
        if (position > FIXED + 1 && left == 0) {
            flags &= ~EXTRA;
        }
    }
}

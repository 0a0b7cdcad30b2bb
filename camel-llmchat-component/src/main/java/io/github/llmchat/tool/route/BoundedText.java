package io.github.llmchat.tool.route;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;

/** A text that may not become longer than a limit, however much there is to write. Not thread-safe. */
final class BoundedText extends Writer {

    private final StringBuilder text = new StringBuilder();
    private final int limit;

    BoundedText(int limit) {
        this.limit = limit;
    }

    @Override
    public void write(char[] chars, int offset, int length) throws IOException {
        if (text.length() + (long) length > limit) {
            throw new TooLongException();
        }
        text.append(chars, offset, length);
    }

    /** Reads to the end, or to the limit. */
    void read(Reader from) throws IOException {
        from.transferTo(this);
    }

    @Override
    public void flush() {
        // it goes nowhere
    }

    @Override
    public void close() {
        // what was written is still wanted
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** The limit was reached. */
    static final class TooLongException extends IOException {

        private static final long serialVersionUID = 1L;
    }
}

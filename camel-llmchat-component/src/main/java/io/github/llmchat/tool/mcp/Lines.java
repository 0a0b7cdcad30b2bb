package io.github.llmchat.tool.mcp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Lines of UTF-8, as long as a message may be. */
final class Lines {

    /** For all transports, in bytes: the JDK takes a time that grows with its square for a line of an HTTP answer. */
    static final int LONGEST_MESSAGE = 2 * 1024 * 1024;

    private final InputStream in;

    Lines(InputStream in) {
        this.in = in;
    }

    /** {@return the next line, or null at the end} */
    String next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                return null;
            }
            if (line.size() == LONGEST_MESSAGE) {
                throw tooLong();
            }
            line.write(read);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    static McpFailure tooLong() {
        return new McpFailure("it sent a message of more than " + LONGEST_MESSAGE + " bytes");
    }
}

package io.github.llmchat.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import io.github.llmchat.stream.AnswerFailure;
import io.github.llmchat.stream.AnswerReceiver;

/**
 * Inflates an answer that was compressed although the request had asked for none of that: HttpClient's async side
 * leaves it to us. What comes out counts against the limits, not what comes in.
 */
final class InflatedBody implements AnswerBody {

    private final AnswerBody body;
    private final GzipHead head;
    private final Inflater inflater;
    private final byte[] out = new byte[8192];

    InflatedBody(String coding, AnswerBody body) {
        this.body = body;
        boolean gzip = coding.toLowerCase(Locale.ROOT).endsWith("gzip");
        this.head = gzip ? new GzipHead() : null;
        this.inflater = new Inflater(gzip);
    }

    static boolean isKnown(String coding) {
        return coding != null
                && (coding.equalsIgnoreCase("gzip") || coding.equalsIgnoreCase("x-gzip") || coding.equalsIgnoreCase("deflate"));
    }

    @Override
    public void consume(ByteBuffer bytes) {
        if (head == null || head.skip(bytes)) {
            inflate(bytes);
        }
        // what follows the compressed data is its checksum
        bytes.position(bytes.limit());
    }

    private void inflate(ByteBuffer bytes) {
        inflater.setInput(bytes);
        try {
            for (int count = inflater.inflate(out); count > 0; count = inflater.inflate(out)) {
                body.consume(ByteBuffer.wrap(out, 0, count));
            }
        } catch (DataFormatException e) {
            throw new UncheckedIOException(new IOException("The answer's compression is damaged", e));
        }
    }

    @Override
    public AnswerFailure brokenOff(AnswerFailure transport) {
        return body.brokenOff(transport);
    }

    @Override
    public void end(AnswerReceiver receiver) {
        body.end(receiver);
    }

    @Override
    public void release() {
        inflater.end();
    }
}

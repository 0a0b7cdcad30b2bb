package io.github.llmchat.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** Puts a streamed body on the wire: content coding, then pieces, then transfer coding, one write for each piece. */
final class BodyWriter {

    private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Wire wire;
    private final boolean chunked;
    private final ByteArrayOutputStream coded = new ByteArrayOutputStream();
    private final GZIPOutputStream gzip;
    private int pieceSize = Integer.MAX_VALUE;

    BodyWriter(Wire wire, boolean chunked, boolean compressed) throws IOException {
        this.wire = wire;
        this.chunked = chunked;
        this.gzip = compressed ? new GZIPOutputStream(coded, 512, true) : null;
    }

    Wire wire() {
        return wire;
    }

    void splitEvery(int bytes) {
        pieceSize = bytes;
    }

    void write(byte[] data) throws IOException {
        if (gzip == null) {
            writePieces(data);
        } else {
            gzip.write(data);
            gzip.flush();
            writeCoded();
        }
    }

    /** Ends the body as its framing demands. A body without chunked coding ends with the connection. */
    void finish() throws IOException {
        if (gzip != null) {
            gzip.finish();
            writeCoded();
        }
        if (chunked) {
            wire.write(LAST_CHUNK);
        } else {
            wire.close();
        }
    }

    private void writeCoded() throws IOException {
        byte[] data = coded.toByteArray();
        coded.reset();
        writePieces(data);
    }

    private void writePieces(byte[] data) throws IOException {
        int from = 0;
        while (from < data.length) {
            int length = Math.min(pieceSize, data.length - from);
            writePiece(data, from, length);
            from += length;
        }
    }

    private void writePiece(byte[] data, int from, int length) throws IOException {
        ByteArrayOutputStream piece = new ByteArrayOutputStream(length + 12);
        if (chunked) {
            piece.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
        piece.write(data, from, length);
        if (chunked) {
            piece.writeBytes(new byte[] { '\r', '\n' });
        }
        wire.write(piece.toByteArray());
    }
}

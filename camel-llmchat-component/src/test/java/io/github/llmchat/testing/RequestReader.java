package io.github.llmchat.testing;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the requests of one connection, each with its whole body. Used by the connection's thread alone. */
final class RequestReader {

    private final int connection;
    private final InputStream in;
    private final Wire wire;

    RequestReader(int connection, InputStream in, Wire wire) {
        this.connection = connection;
        this.in = in;
        this.wire = wire;
    }

    /**
     * @return                   the next request, or {@code null} if the client closed the connection instead
     * @throws ProtocolException if what came is not HTTP/1.1
     */
    RecordedRequest next() throws IOException {
        String start = line(true);
        if (start == null) {
            return null;
        }
        String[] parts = start.split(" ");
        if (parts.length != 3 || !parts[2].startsWith("HTTP/1.")) {
            throw new ProtocolException("not a request line: " + start);
        }
        Map<String, List<String>> headers = headers();
        return new RecordedRequest(connection, parts[0], parts[1], headers, body(headers));
    }

    private Map<String, List<String>> headers() throws IOException {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(false); !line.isEmpty(); line = line(false)) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new ProtocolException("not a header field: " + line);
            }
            headers.computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).trim());
        }
        headers.replaceAll((name, values) -> List.copyOf(values));
        return Collections.unmodifiableMap(headers);
    }

    private byte[] body(Map<String, List<String>> headers) throws IOException {
        if ("100-continue".equalsIgnoreCase(first(headers, "Expect"))) {
            wire.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        if ("chunked".equalsIgnoreCase(first(headers, "Transfer-Encoding"))) {
            return chunkedBody();
        }
        String length = first(headers, "Content-Length");
        return length == null ? new byte[0] : exactly(number(length, 10));
    }

    private byte[] chunkedBody() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            body.writeBytes(exactly(size));
            if (!line(false).isEmpty()) {
                throw new ProtocolException("a chunk is longer than its size of " + size);
            }
        }
        while (!line(false).isEmpty()) {
            // trailer fields are read and dropped
        }
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        String line = line(false);
        int extension = line.indexOf(';');
        return number((extension < 0 ? line : line.substring(0, extension)).trim(), 16);
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the client closed the connection within a request");
        }
        return bytes;
    }

    private String line(boolean first) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        int next = in.read();
        if (next < 0 && first) {
            return null;
        }
        while (next != '\n') {
            if (next < 0) {
                throw new EOFException("the client closed the connection within a request");
            }
            line.write(next);
            next = in.read();
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private static String first(Map<String, List<String>> headers, String name) {
        List<String> values = headers.get(name);
        return values == null ? null : values.get(0);
    }

    private static int number(String text, int radix) throws ProtocolException {
        try {
            return Integer.parseUnsignedInt(text, radix);
        } catch (NumberFormatException e) {
            throw new ProtocolException("not a length: " + text);
        }
    }
}

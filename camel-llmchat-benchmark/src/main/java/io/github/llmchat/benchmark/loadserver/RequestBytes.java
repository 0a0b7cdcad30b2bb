package io.github.llmchat.benchmark.loadserver;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One request, as it arrives. Only what clients send with a Content-Length. */
final class RequestBytes {

    private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length: *(\\d+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern STREAM = Pattern.compile("\"stream\"\\s*:\\s*true");
    private static final String END_OF_HEAD = "\r\n\r\n";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    private byte[] body;

    /** True if that was its last part. */
    boolean add(ByteBuffer part) {
        bytes.write(part.array(), part.position(), part.remaining());
        String text = bytes.toString(StandardCharsets.ISO_8859_1);
        int end = text.indexOf(END_OF_HEAD);
        if (end < 0) {
            return false;
        }
        Matcher length = LENGTH.matcher(text).region(0, end);
        int bodyStart = end + END_OF_HEAD.length();
        int bodyLength = length.find() ? Integer.parseInt(length.group(1)) : 0;
        if (text.length() < bodyStart + bodyLength) {
            return false;
        }
        body = text.substring(bodyStart, bodyStart + bodyLength).getBytes(StandardCharsets.ISO_8859_1);
        return true;
    }

    /** Null if it asks for nothing that this server has. */
    Script script() {
        return Script.find(body);
    }

    boolean streamed() {
        return STREAM.matcher(new String(body, StandardCharsets.ISO_8859_1)).find();
    }
}

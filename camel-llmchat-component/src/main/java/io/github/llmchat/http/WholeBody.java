package io.github.llmchat.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

import io.github.llmchat.stream.AnswerReceiver;

/** Collects a body that is no stream. */
final class WholeBody implements AnswerBody {

    private final ByteArrayOutputStream collected = new ByteArrayOutputStream(1024);
    private final SizeLimit size;

    WholeBody(long maxResponseSize) {
        size = new SizeLimit(maxResponseSize);
    }

    @Override
    public void consume(ByteBuffer bytes) {
        size.add(bytes.remaining());
        byte[] piece = new byte[bytes.remaining()];
        bytes.get(piece);
        collected.writeBytes(piece);
    }

    @Override
    public void end(AnswerReceiver receiver) {
        receiver.body(collected.toByteArray());
    }
}

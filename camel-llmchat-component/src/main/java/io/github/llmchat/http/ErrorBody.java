package io.github.llmchat.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

import io.github.llmchat.error.ChatException;
import io.github.llmchat.stream.AnswerFailure;
import io.github.llmchat.stream.AnswerReceiver;
import org.apache.hc.core5.http.HttpResponse;

/** Collects the beginning of an error's body; the rest is not waited for, because no error message is that long. */
final class ErrorBody implements AnswerBody {

    private static final int ENOUGH = 64 * 1024;

    private final ByteArrayOutputStream collected = new ByteArrayOutputStream(512);
    private final GatewayRequest request;
    private final HttpResponse response;

    ErrorBody(GatewayRequest request, HttpResponse response) {
        this.request = request;
        this.response = response;
    }

    @Override
    public void consume(ByteBuffer bytes) {
        byte[] piece = new byte[Math.min(bytes.remaining(), ENOUGH - collected.size())];
        bytes.get(piece);
        collected.writeBytes(piece);
        if (bytes.hasRemaining()) {
            throw exception();
        }
    }

    @Override
    public void end(AnswerReceiver receiver) {
        receiver.failed(failure());
    }

    /** The status says more than how its explanation was cut off. */
    @Override
    public AnswerFailure brokenOff(AnswerFailure transport) {
        return failure();
    }

    private AnswerFailure failure() {
        ChatException exception = exception();
        return partial -> exception;
    }

    private ChatException exception() {
        return ErrorMapper.toException(request, response, collected.toByteArray());
    }
}

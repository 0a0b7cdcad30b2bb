package io.github.llmchat.server;

import java.util.function.Consumer;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** Reads the body of a request, up to a limit; what is beyond it is thrown away as it comes. */
final class BodyReader {

    private final int limit;
    private final Consumer<byte[]> complete;
    private final Runnable tooLarge;
    private Buffer body = Buffer.buffer();
    private boolean refused;

    private BodyReader(int limit, Consumer<byte[]> complete, Runnable tooLarge) {
        this.limit = limit;
        this.complete = complete;
        this.tooLarge = tooLarge;
    }

    /** Exactly one of the two is called, on the event loop, unless the client goes away before. */
    static void read(HttpServerRequest request, int limit, Consumer<byte[]> complete, Runnable tooLarge) {
        BodyReader reader = new BodyReader(limit, complete, tooLarge);
        request.handler(reader::bytes);
        request.endHandler(end -> reader.end());
        request.exceptionHandler(gone -> reader.drop());
        if (announced(request) > limit) {
            reader.refuse();
        } else if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
    }

    private static long announced(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        try {
            return length == null ? 0 : Long.parseLong(length.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private void bytes(Buffer bytes) {
        if (refused) {
            return;
        }
        if ((long) body.length() + bytes.length() > limit) {
            refuse();
        } else {
            body.appendBuffer(bytes);
        }
    }

    private void refuse() {
        drop();
        tooLarge.run();
    }

    private void drop() {
        refused = true;
        body = Buffer.buffer();
    }

    private void end() {
        if (!refused) {
            complete.accept(body.getBytes());
        }
    }
}

package io.github.llmchat.benchmark.loadserver;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** One client's connection. For the server's thread. */
final class Connection {

    private final SocketChannel channel;
    private final SelectionKey key;
    private final LoadServer server;
    private RequestBytes request = new RequestBytes();
    private FlatAnswer flat;
    private ByteBuffer pending;

    Connection(SocketChannel channel, SelectionKey key, LoadServer server) {
        this.channel = channel;
        this.key = key;
        this.server = server;
    }

    void readable(ByteBuffer buffer) throws IOException {
        buffer.clear();
        int read = channel.read(buffer);
        if (read < 0) {
            close();
        } else if (read > 0 && request.add(buffer.flip())) {
            RequestBytes complete = request;
            request = new RequestBytes();
            answer(complete);
        }
    }

    private void answer(RequestBytes complete) throws IOException {
        Script script = complete.script();
        if (script == null) {
            write(ByteBuffer.wrap(Frames.REFUSAL));
        } else if (!complete.streamed()) {
            server.later(new WholeAnswer(this, script));
        } else if (script.spacingMicros() > 0) {
            server.later(new PacedAnswer(this, script, server.frames().chunks(script.size()), server.phase(script)));
        } else {
            server.later(new FlatAnswer(this, script, server.frames().chunks(script.size())));
        }
    }

    void writable() throws IOException {
        if (pending != null && !write(pending)) {
            return;
        }
        if (flat != null) {
            flat.write();
        }
    }

    /** Writes on as soon as the client has read. */
    void whenWritable(FlatAnswer answer) {
        flat = answer;
        key.interestOps(answer == null ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE);
    }

    boolean isFree() {
        return pending == null;
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    /** {@return whether all of it has gone} The rest goes as soon as the client has read. */
    boolean write(ByteBuffer bytes) throws IOException {
        channel.write(bytes);
        if (!bytes.hasRemaining()) {
            if (pending != null) {
                pending = null;
                key.interestOps(SelectionKey.OP_READ);
            }
            return true;
        }
        if (bytes != pending) {
            // what it was given may be shared
            pending = ByteBuffer.allocate(bytes.remaining()).put(bytes).flip();
            key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        }
        return false;
    }

    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // it is gone either way
        }
    }
}

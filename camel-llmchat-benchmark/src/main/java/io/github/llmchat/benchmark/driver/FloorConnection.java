package io.github.llmchat.benchmark.driver;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** One connection, with one call at a time. For the floor's thread. */
final class FloorConnection {

    private final Floor floor;
    private final SocketChannel channel;
    private final SelectionKey key;
    private final FloorAnswer answer;
    private Call call;
    private ByteBuffer request;

    FloorConnection(Floor floor, FloorRoute route, InetSocketAddress server) throws IOException {
        this.floor = floor;
        this.answer = new FloorAnswer(route);
        this.channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.connect(server);
        key = floor.register(channel, this);
    }

    void begin(Call begun, ByteBuffer bytes) {
        call = begun;
        request = bytes;
        answer.begin(begun);
        if (channel.isConnected()) {
            try {
                write();
            } catch (IOException e) {
                broken(e);
            }
        }
    }

    void ready(ByteBuffer buffer) {
        try {
            if (key.isConnectable()) {
                channel.finishConnect();
            }
            if (request != null) {
                write();
            } else {
                read(buffer);
            }
        } catch (IOException e) {
            broken(e);
        }
    }

    private void write() throws IOException {
        channel.write(request);
        if (request.hasRemaining()) {
            key.interestOps(SelectionKey.OP_WRITE);
        } else {
            request = null;
            key.interestOps(SelectionKey.OP_READ);
        }
    }

    private void read(ByteBuffer buffer) throws IOException {
        buffer.clear();
        answer.restore(buffer);
        if (!buffer.hasRemaining()) {
            throw new IOException("Nothing complete in " + buffer.capacity() + " bytes");
        }
        if (channel.read(buffer) < 0) {
            throw new EOFException("The server has closed the connection");
        }
        if (call != null && answer.read(buffer.array(), buffer.position())) {
            Call complete = call;
            call = null;
            // first of all: the call's end may begin the next one
            floor.idle(this);
            complete.ended(null);
        }
    }

    private void broken(IOException why) {
        floor.forget(this);
        try {
            channel.close();
        } catch (IOException e) {
            why.addSuppressed(e);
        }
        if (call != null) {
            Call broken = call;
            call = null;
            broken.ended(why);
        }
    }
}

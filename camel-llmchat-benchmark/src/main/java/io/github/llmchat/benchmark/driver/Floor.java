package io.github.llmchat.benchmark.driver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What nobody can do without: one thread that reads sockets, cuts and parses what comes, and sends an exchange for each
 * chunk. No limits, no timeouts, no TLS, nothing for a slow route: not something to use, but something to compare with.
 */
final class Floor implements Driver {

    private static final int BUFFER = 64 * 1024;

    private final FloorRoute route = new FloorRoute();
    private final Selector selector = Selector.open();
    private final Thread thread = new Thread(this::run, "floor");
    private final InetSocketAddress server;
    private final String head;
    // written by any thread
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    // the thread's own
    private final Deque<FloorConnection> idle = new ArrayDeque<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private volatile boolean closed;

    Floor(String baseUrl) throws Exception {
        URI uri = URI.create(baseUrl);
        server = new InetSocketAddress(uri.getHost(), uri.getPort());
        head = "POST " + uri.getPath() + "/chat/completions HTTP/1.1\r\nHost: " + uri.getAuthority()
               + "\r\nAuthorization: Bearer "
               + Protocol.API_KEY + "\r\nContent-Type: application/json\r\nContent-Length: ";
        thread.start();
    }

    @Override
    public void stream(Call call) {
        execute(() -> begin(call, true));
    }

    @Override
    public void plain(Call call) {
        execute(() -> begin(call, false));
    }

    private void execute(Runnable task) {
        if (Thread.currentThread() == thread) {
            task.run();
        } else {
            tasks.add(task);
            selector.wakeup();
        }
    }

    private void begin(Call call, boolean streamed) {
        try {
            FloorConnection free = idle.poll();
            FloorConnection connection = free == null ? new FloorConnection(this, route, server) : free;
            connection.begin(call, request(call.prompt(), streamed));
        } catch (IOException e) {
            call.ended(e);
        }
    }

    private ByteBuffer request(String prompt, boolean streamed) throws IOException {
        byte[] body = Protocol.request(prompt, streamed);
        byte[] start = (head + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(start.length + body.length).put(start).put(body).flip();
    }

    SelectionKey register(SocketChannel channel, FloorConnection connection) throws IOException {
        return channel.register(selector, channel.isConnected() ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT, connection);
    }

    void idle(FloorConnection connection) {
        idle.push(connection);
    }

    void forget(FloorConnection connection) {
        idle.remove(connection);
    }

    private void run() {
        try {
            while (!closed) {
                selector.select(key -> ((FloorConnection) key.attachment()).ready(buffer));
                for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                    task.run();
                }
            }
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        closed = true;
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        route.close();
    }
}

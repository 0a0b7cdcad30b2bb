package io.github.llmchat.benchmark.loadserver;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.github.llmchat.benchmark.Machine;

/**
 * The program that answers every request with what its prompt asks for ({@link Script}). One thread, no library: it
 * must cost less than what is measured against it. Its first line of output is its port; it answers each line of input
 * with the CPU time that it has used, and ends with its input.
 */
public final class LoadServer {

    private static final int BACKLOG = 10_000;
    /** Up to here the selector's milliseconds are too coarse. */
    private static final long FINE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    /** Requests may come meanwhile: they wait so long at most. */
    private static final long PARK_NANOS = TimeUnit.MICROSECONDS.toNanos(50);
    /** Spreads numbers evenly over an interval, however many there are: the golden ratio. */
    private static final double SPREAD = 0.6180339887498949;

    private final Selector selector = Selector.open();
    private final ServerSocketChannel server = ServerSocketChannel.open();
    private final Queue<Answer> answers = new PriorityQueue<>();
    private final Frames frames = new Frames();
    private final ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
    private long streams;

    private LoadServer() throws IOException {
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        server.configureBlocking(false);
        server.register(selector, SelectionKey.OP_ACCEPT);
    }

    /**
     * @param  args        none
     * @throws IOException if it can't listen
     */
    public static void main(String... args) throws IOException {
        LoadServer server = new LoadServer();
        Thread commands = new Thread(LoadServer::answerCommands, "commands");
        commands.setDaemon(true);
        commands.start();
        System.out.println(server.server.socket().getLocalPort());
        server.serve();
    }

    private static void answerCommands() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            while (lines.readLine() != null) {
                System.out.println(Machine.cpuNanos());
            }
        } catch (IOException e) {
            // nobody is there any more
        }
        System.exit(0);
    }

    Frames frames() {
        return frames;
    }

    void later(Answer answer) {
        answers.add(answer);
    }

    /** {@return microseconds that a stream begins later than another one} */
    long phase(Script script) {
        double turns = streams++ * SPREAD;
        return (long) (script.spacingMicros() * (turns - Math.floor(turns)));
    }

    private void serve() throws IOException {
        for (;;) {
            await();
            for (SelectionKey key : selector.selectedKeys()) {
                serve(key);
            }
            selector.selectedKeys().clear();
            writeDue();
        }
    }

    private void await() throws IOException {
        Answer first = answers.peek();
        if (first == null) {
            selector.select();
            return;
        }
        long wait = first.due() - System.nanoTime();
        if (wait > FINE_NANOS) {
            selector.select(TimeUnit.NANOSECONDS.toMillis(wait) - 1);
            return;
        }
        if (wait > 0) {
            LockSupport.parkNanos(Math.min(wait, PARK_NANOS));
        }
        selector.selectNow();
    }

    private void serve(SelectionKey key) throws IOException {
        if (key.isAcceptable()) {
            accept();
            return;
        }
        Connection connection = (Connection) key.attachment();
        try {
            if (key.isReadable()) {
                connection.readable(buffer);
            }
            if (key.isValid() && key.isWritable()) {
                connection.writable();
            }
        } catch (IOException e) {
            connection.close();
        }
    }

    private void accept() throws IOException {
        for (SocketChannel channel = server.accept(); channel != null; channel = server.accept()) {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
            key.attach(new Connection(channel, key, this));
        }
    }

    private void writeDue() {
        // each at most once, so that the loop gets round to its connections
        for (int left = answers.size(); left > 0; left--) {
            Answer first = answers.element();
            if (first.due() - System.nanoTime() > 0) {
                return;
            }
            answers.remove();
            try {
                if (first.write()) {
                    answers.add(first);
                }
            } catch (IOException e) {
                first.connection().close();
            }
        }
    }
}

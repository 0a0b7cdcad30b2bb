package io.github.llmchat.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One connection as a script sees it. Used by the connection's thread alone. */
final class Wire {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Socket socket;
    private final InputStream in;
    private final Runnable onClientClosed;

    /**
     * @param in             the socket's input, with support for mark and reset
     * @param onClientClosed told before anything else when the client is found gone
     */
    Wire(Socket socket, InputStream in, Runnable onClientClosed) {
        this.socket = socket;
        this.in = in;
        this.onClientClosed = onClientClosed;
    }

    void write(byte[] data) throws ClientClosedException {
        try {
            socket.getOutputStream().write(data);
        } catch (IOException e) {
            onClientClosed.run();
            throw new ClientClosedException(e);
        }
    }

    /** Waits for the test; looks now and then whether the client is still there. */
    void hold(CountDownLatch latch) throws IOException, InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!latch.await(LOOK_NANOS, TimeUnit.NANOSECONDS)) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("hold(): the test did not count the latch down within " + LIMIT.toSeconds() + " s");
            }
            look();
        }
    }

    void pause(Duration time) throws IOException, InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        long left = time.toNanos();
        while (left > 0) {
            TimeUnit.NANOSECONDS.sleep(Math.min(left, LOOK_NANOS));
            left = end - System.nanoTime();
            if (left > 0) {
                look();
            }
        }
    }

    /** Silence until the client has closed the connection; only the gateway's stop ends it sooner. */
    void stall() throws IOException {
        awaitClientClose(0);
    }

    void awaitClientClose() throws IOException {
        awaitClientClose((int) LIMIT.toMillis());
    }

    void close() throws IOException {
        socket.close();
    }

    void reset() throws IOException {
        if (isOpen()) {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }

    boolean isOpen() {
        return !socket.isClosed();
    }

    private void awaitClientClose(int millis) throws IOException {
        try {
            socket.setSoTimeout(millis);
            while (in.read() >= 0) {
                // whatever the client still sends is nobody's business
            }
        } catch (SocketTimeoutException e) {
            throw new AssertionError("the client did not close the connection within " + millis / 1000 + " s", e);
        } catch (IOException e) {
            // a reset is a close too
        }
        onClientClosed.run();
        socket.close();
    }

    private void look() throws IOException {
        try {
            socket.setSoTimeout(1);
            in.mark(1);
            if (in.read() < 0) {
                throw new IOException("end of input");
            }
            in.reset();
            socket.setSoTimeout(0);
        } catch (SocketTimeoutException e) {
            socket.setSoTimeout(0);
        } catch (IOException e) {
            onClientClosed.run();
            throw new ClientClosedException(e);
        }
    }
}

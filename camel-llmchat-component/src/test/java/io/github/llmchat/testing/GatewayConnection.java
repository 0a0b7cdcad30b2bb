package io.github.llmchat.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.Socket;
import java.util.function.Consumer;

/** One connection of a client: reads its requests and plays a script for each, on a thread of its own. */
final class GatewayConnection implements Runnable {

    private final int id;
    private final Socket socket;
    private final Journal journal;
    private final Consumer<GatewayConnection> onEnd;
    private final Thread thread;
    private volatile boolean stopped;

    GatewayConnection(int id, Socket socket, Journal journal, Consumer<GatewayConnection> onEnd) {
        this.id = id;
        this.socket = socket;
        this.journal = journal;
        this.onEnd = onEnd;
        this.thread = new Thread(this, "scripted-gateway-" + socket.getLocalPort() + "-connection-" + id);
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Ends whatever is playing. What then fails is no failure of the script. */
    void stop() throws IOException {
        stopped = true;
        socket.close();
        thread.interrupt();
    }

    void join(long millis) throws InterruptedException {
        thread.join(millis);
    }

    @Override
    public void run() {
        try {
            serve();
        } catch (ProtocolException e) {
            fail(e);
        } catch (IOException | InterruptedException e) {
            // the client has gone, between requests or (counted already) while a script was playing, or the gateway stops
        } catch (RuntimeException | Error e) {
            fail(e);
        } finally {
            // only now, so that a client that sees the end finds the failure recorded
            close();
            onEnd.accept(this);
        }
    }

    private void serve() throws IOException, InterruptedException {
        socket.setTcpNoDelay(true);
        BufferedInputStream in = new BufferedInputStream(socket.getInputStream());
        Wire wire = new Wire(socket, in, this::clientClosed);
        RequestReader reader = new RequestReader(id, in, wire);
        for (RecordedRequest request = reader.next(); request != null; request = reader.next()) {
            journal.scriptFor(request).play(wire);
            if (!wire.isOpen() || request.saysClose()) {
                return;
            }
        }
    }

    private void close() {
        try {
            socket.close();
        } catch (IOException e) {
            fail(e);
        }
    }

    private void clientClosed() {
        if (!stopped) {
            journal.aborts().add(id);
        }
    }

    private void fail(Throwable failure) {
        if (!stopped) {
            journal.failed(failure);
        }
    }
}

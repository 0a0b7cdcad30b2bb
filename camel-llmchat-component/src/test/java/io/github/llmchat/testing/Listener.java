package io.github.llmchat.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Accepts the connections on a free port of 127.0.0.1 and knows which are open. */
final class Listener {

    private static final int BACKLOG = 1024;
    private static final long JOIN_MILLIS = 5_000;

    private final ServerSocket server = new ServerSocket();
    private final Set<GatewayConnection> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();
    private final Supplier<Journal> journal;

    /** @param journal asked for the journal of each connection when it is accepted */
    Listener(Supplier<Journal> journal) throws IOException {
        this.journal = journal;
        server.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] { 127, 0, 0, 1 }), 0), BACKLOG);
        Thread thread = new Thread(this::accept, "scripted-gateway-" + port() + "-accept");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    int openConnections() {
        return open.size();
    }

    int connectionsAccepted() {
        return accepted.get();
    }

    /**
     * Closes all connections and waits for their threads. The port stays open; a connection that is accepted from now
     * on asks for its journal from now on.
     */
    void dropConnections() {
        Set<GatewayConnection> dropped;
        synchronized (this) {
            dropped = Set.copyOf(open);
            accepted.set(0);
        }
        try {
            for (GatewayConnection connection : dropped) {
                connection.stop();
            }
            for (GatewayConnection connection : dropped) {
                connection.join(JOIN_MILLIS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        dropConnections();
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                admit(server.accept());
            }
        } catch (IOException e) {
            if (!server.isClosed()) {
                journal.get().failed(e);
            }
        }
    }

    private synchronized void admit(Socket socket) throws IOException {
        if (server.isClosed()) {
            socket.close();
        } else {
            int id = accepted.incrementAndGet();
            GatewayConnection connection = new GatewayConnection(id, socket, journal.get(), open::remove);
            open.add(connection);
            connection.start();
        }
    }
}

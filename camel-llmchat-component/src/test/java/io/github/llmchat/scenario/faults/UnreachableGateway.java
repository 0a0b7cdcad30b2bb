package io.github.llmchat.scenario.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A port behind which there is no gateway, whatever the client says. */
final class UnreachableGateway implements AutoCloseable {

    /** What happens to a connection. The first bytes have come. */
    @FunctionalInterface
    interface Reception {
        void of(Socket connection) throws IOException;
    }

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> kept = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final Reception reception;

    UnreachableGateway(Reception reception) throws IOException {
        this.reception = reception;
        Thread thread = new Thread(this::accept, "unreachable-gateway");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                kept.add(connection);
                connections.incrementAndGet();
                reception.of(connection);
            } catch (IOException e) {
                // the client has gone, or the test is over
            }
        }
    }

    int port() {
        return server.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : kept) {
            socket.close();
        }
    }

    /** A port that is taken, so that nobody else gets it, and on which nobody listens. */
    static Socket closedPort() throws IOException {
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        return socket;
    }

    static void close(Socket connection) throws IOException {
        connection.getInputStream().read();
        connection.close();
    }

    static void reset(Socket connection) throws IOException {
        connection.getInputStream().read();
        connection.setSoLinger(true, 0);
        connection.close();
    }

    static void speakHttp(Socket connection) throws IOException {
        connection.getInputStream().read();
        connection.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        connection.close();
    }

    static void saySomethingElse(Socket connection) throws IOException {
        connection.getInputStream().read();
        connection.getOutputStream().write(new byte[] { 0x16, 0x03, 0x03, 0, 2, 7, 7, 0x15, 3, 3, 0, 1, 9 });
        connection.close();
    }

    /** A server without a certificate has nothing in common with any client. */
    static void haveNoCertificate(Socket connection) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, null, null);
            SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(connection, null, true);
            tls.setUseClientMode(false);
            tls.startHandshake();
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    static void stall(Socket connection) {
        // kept open
    }
}

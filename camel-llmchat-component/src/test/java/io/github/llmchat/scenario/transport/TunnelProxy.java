package io.github.llmchat.scenario.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** An HTTP proxy for https: answers each CONNECT, and passes bytes on in both directions if it was a 200. */
final class TunnelProxy implements AutoCloseable {

    /** The head of the answer to a CONNECT; null for silence. */
    interface Answer {
        String to(String head);
    }

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final CountDownLatch clientClosed = new CountDownLatch(1);
    private final Answer answer;

    TunnelProxy(Answer answer) throws IOException {
        this.answer = answer;
        daemon(() -> {
            while (!server.isClosed()) {
                Socket client = server.accept();
                sockets.add(client);
                daemon(() -> serve(client));
            }
        });
    }

    int port() {
        return server.getLocalPort();
    }

    /** The heads of the CONNECT requests so far. */
    List<String> heads() {
        return heads;
    }

    /** Counted down when a client leaves without having been answered. */
    CountDownLatch clientClosed() {
        return clientClosed;
    }

    private void serve(Socket client) throws IOException {
        InputStream in = client.getInputStream();
        String head = head(in);
        while (!head.isEmpty()) {
            heads.add(head);
            String said = answer.to(head);
            if (said == null) {
                readOn(in);
                clientClosed.countDown();
                return;
            }
            client.getOutputStream().write(said.getBytes(StandardCharsets.ISO_8859_1));
            if (said.startsWith("HTTP/1.1 200")) {
                tunnel(client, head);
                return;
            }
            head = head(in);
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int b = in.read();
            if (b < 0) {
                return "";
            }
            head.append((char) b);
        }
        return head.toString();
    }

    private static void readOn(InputStream in) {
        try {
            in.readAllBytes();
        } catch (IOException e) {
            // a reset is an end, too
        }
    }

    private void tunnel(Socket client, String head) throws IOException {
        Socket target
                = new Socket("localhost", Integer.parseInt(head.substring(head.indexOf(':') + 1, head.indexOf(" HTTP/"))));
        sockets.add(target);
        daemon(() -> pass(target, client));
        pass(client, target);
    }

    private static void pass(Socket from, Socket to) throws IOException {
        try (from; to) {
            OutputStream out = to.getOutputStream();
            from.getInputStream().transferTo(out);
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void daemon(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // a side has gone
            }
        }, "tunnel-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}

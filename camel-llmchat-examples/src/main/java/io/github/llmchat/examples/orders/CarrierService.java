package io.github.llmchat.examples.orders;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * The carrier's HTTP service: {@code GET /parcels/<number>}. It cannot say where one of the parcels is, and answers
 * 500.
 */
final class CarrierService implements AutoCloseable {

    private static final Map<String, String> PLACES = Map.of(
            "P-8841", "{\"parcel\":\"P-8841\",\"state\":\"in transit\",\"place\":\"Leipzig\",\"expected\":\"2026-11-27\"}",
            "P-8790", "{\"parcel\":\"P-8790\",\"state\":\"delivered\",\"place\":\"Hamburg\",\"expected\":\"2026-11-06\"}",
            "P-8805", "{\"parcel\":\"P-8805\",\"state\":\"delivered\",\"place\":\"Cologne\",\"expected\":\"2026-11-12\"}",
            "P-8852", "{\"parcel\":\"P-8852\",\"state\":\"in transit\",\"place\":\"Nuremberg\",\"expected\":\"2026-11-28\"}",
            "P-8853",
            "{\"parcel\":\"P-8853\",\"state\":\"out for delivery\",\"place\":\"Munich\",\"expected\":\"2026-11-26\"}");

    private static final String OUT_OF_ORDER = "P-8860";

    private final HttpServer server;
    private final AtomicInteger requests = new AtomicInteger();

    private CarrierService(HttpServer server) {
        this.server = server;
        server.createContext("/parcels/", this::answer);
    }

    static CarrierService start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            CarrierService carrier = new CarrierService(server);
            server.start();
            return carrier;
        } catch (IOException e) {
            throw new UncheckedIOException("The carrier's service cannot listen on the loopback address", e);
        }
    }

    String url() {
        return "http://" + server.getAddress().getAddress().getHostAddress() + ":" + server.getAddress().getPort();
    }

    int requests() {
        return requests.get();
    }

    private void answer(HttpExchange http) throws IOException {
        try (http) {
            requests.incrementAndGet();
            String parcel = http.getRequestURI().getPath().substring("/parcels/".length());
            byte[] body = PLACES.getOrDefault(parcel, "{}").getBytes(StandardCharsets.UTF_8);
            int failure = OUT_OF_ORDER.equals(parcel) ? 500 : 404;
            http.getResponseHeaders().set("Content-Type", "application/json");
            http.sendResponseHeaders(PLACES.containsKey(parcel) ? 200 : failure, body.length);
            http.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

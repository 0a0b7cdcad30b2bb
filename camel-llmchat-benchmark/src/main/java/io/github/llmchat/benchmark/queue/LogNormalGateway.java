package io.github.llmchat.benchmark.queue;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * A gateway whose whole answers come after times with a log-normal distribution: median 0.3 s, at most 3 s, for one
 * prompt always the same. Counts what it is asked, for each worker. Thread-safe.
 */
final class LogNormalGateway implements AutoCloseable {

    static final String WORKER_HEADER = "X-Worker";

    private static final double MEDIAN_MILLIS = 300;
    private static final double SIGMA = 0.8;
    private static final long MOST_MILLIS = 3_000;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final Vertx vertx = Vertx.vertx();
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final HttpServer server;

    LogNormalGateway() throws Exception {
        server = vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(0).setAcceptBacklog(4_096))
                .requestHandler(request -> request.bodyHandler(body -> answer(request, body)))
                .listen().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.actualPort() + "/v1";
    }

    /** {@return how many prompts came from each worker} Counts from 0 from now on. */
    Map<String, Integer> takeCounts() {
        Map<String, Integer> counts = new TreeMap<>();
        asked.forEach((worker, count) -> counts.put(worker, count.getAndSet(0)));
        asked.clear();
        return counts;
    }

    private void answer(HttpServerRequest request, Buffer body) {
        String worker = String.valueOf(request.getHeader(WORKER_HEADER));
        asked.computeIfAbsent(worker, key -> new AtomicInteger()).incrementAndGet();
        String prompt = body.toJsonObject().getJsonArray("messages").getJsonObject(0).getString("content");
        vertx.setTimer(delay(prompt), timer -> request.response().putHeader("Content-Type", "application/json")
                .end(completion("Answer to: " + prompt).toBuffer()));
    }

    static long delay(String prompt) {
        double normal = new Random(prompt.hashCode() * MIX).nextGaussian();
        return Math.max(1, Math.min(MOST_MILLIS, Math.round(MEDIAN_MILLIS * Math.exp(SIGMA * normal))));
    }

    private static JsonObject completion(String text) {
        return new JsonObject().put("id", "chatcmpl-queue").put("object", "chat.completion").put("created", 1_767_225_600)
                .put("model", "log-normal").put("choices", new JsonArray().add(new JsonObject().put("index", 0)
                        .put("message", new JsonObject().put("role", "assistant").put("content", text))
                        .put("finish_reason", "stop")))
                .put("usage", new JsonObject().put("prompt_tokens", 8).put("completion_tokens", 8).put("total_tokens", 16));
    }

    @Override
    public void close() {
        vertx.close();
    }
}

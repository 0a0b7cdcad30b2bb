package io.github.llmchat.examples.tickets.gateway;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.sun.net.httpserver.HttpExchange;

/** Serves chat completions of the demo gateway, as JSON or as a stream, on the thread that calls. */
final class CompletionCall {

    private static final String THROTTLED_WORDS = "flash sale";

    private final Answers answers;
    private final int chunksPerSecond;
    private final Set<String> throttled = ConcurrentHashMap.newKeySet();

    CompletionCall(Answers answers, int chunksPerSecond) {
        this.answers = answers;
        this.chunksPerSecond = chunksPerSecond;
    }

    List<String> models() {
        return answers.models();
    }

    void serve(DemoRequest request, HttpExchange http, GatewayCall call, GatewayLedger ledger)
            throws IOException, GatewayError {
        request.check(answers.models());
        if (request.user().toLowerCase(Locale.ROOT).contains(THROTTLED_WORDS) && throttled.add(request.user())) {
            throw GatewayError.rateLimited();
        }
        DemoAnswer answer = answers.answer(request);
        Pace pace = new Pace(chunksPerSecond, answer.id().hashCode());
        Delivery delivery = new Delivery(http, answer, call, ledger);
        try {
            if (request.stream()) {
                delivery.stream(pace, request.includeUsage());
            } else {
                delivery.whole(pace);
            }
        } catch (IOException e) {
            delivery.aborted();
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            delivery.aborted();
        }
    }

    /** One answer on its way. */
    private static final class Delivery {

        private final HttpExchange http;
        private final DemoAnswer answer;
        private final GatewayCall call;
        private final GatewayLedger ledger;
        private int sent;

        Delivery(HttpExchange http, DemoAnswer answer, GatewayCall call, GatewayLedger ledger) {
            this.http = http;
            this.answer = answer;
            this.call = call;
            this.ledger = ledger;
        }

        /** Takes as long as the stream of the same answer would. */
        void whole(Pace pace) throws IOException, InterruptedException {
            pace.beforeFirst();
            for (int i = 0; i < answer.completionTokens(); i++) {
                pace.beforeNext();
            }
            ledger.update(call.answered(answer));
            GatewayHandler.send(http, 200, GatewayJson.completion(answer));
        }

        void stream(Pace pace, boolean includeUsage) throws IOException, InterruptedException {
            http.getResponseHeaders().set("Content-Type", "text/event-stream");
            http.getResponseHeaders().set("Cache-Control", "no-cache");
            http.sendResponseHeaders(200, 0);
            OutputStream body = http.getResponseBody();
            pace.beforeFirst();
            event(body, GatewayJson.roleChunk(answer));
            for (String piece : answer.pieces()) {
                pace.beforeNext();
                event(body, GatewayJson.textChunk(answer, piece));
                ledger.update(call.sending(++sent));
            }
            for (int i = 0; i < answer.calls().size(); i++) {
                event(body, GatewayJson.callChunk(answer, i));
                for (String piece : answer.calls().get(i).pieces()) {
                    pace.beforeNext();
                    event(body, GatewayJson.argumentsChunk(answer, i, piece));
                }
            }
            event(body, GatewayJson.finishChunk(answer));
            if (includeUsage) {
                event(body, GatewayJson.usageChunk(answer));
            }
            ledger.update(call.answered(answer));
            event(body, "[DONE]");
        }

        void aborted() {
            ledger.update(call.sending(sent).aborted(sent));
        }

        private static void event(OutputStream body, String data) throws IOException {
            body.write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
            body.flush();
        }
    }
}

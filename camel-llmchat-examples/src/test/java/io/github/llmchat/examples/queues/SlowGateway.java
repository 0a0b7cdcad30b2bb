package io.github.llmchat.examples.queues;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

import io.github.llmchat.testing.RecordedRequest;
import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.ScriptedGateway;

/** A gateway that takes its time, and its ledger: what it has accepted is paid for. */
final class SlowGateway implements AutoCloseable {

    private final ScriptedGateway gateway = new ScriptedGateway();

    /** @param millis how long the answer to a prompt takes, by its key */
    SlowGateway(ToIntFunction<String> millis) {
        gateway.alwaysAnswers(request -> Script.answer("Answer for " + key(request))
                .pause(Duration.ofMillis(millis.applyAsInt(key(request)))));
        gateway.start();
    }

    /** Between 40 and 300 ms, the same for the same key. */
    static SlowGateway ofTensOfMillis() {
        return new SlowGateway(key -> {
            int spread = Math.floorMod(key.hashCode() * 31, 100);
            return spread < 90 ? 40 + spread : 300;
        });
    }

    String baseUrl() {
        return gateway.baseUrl();
    }

    int accepted() {
        return gateway.requests().size();
    }

    /** How often each prompt was paid for. */
    Map<String, Integer> ledger() {
        Map<String, Integer> ledger = new HashMap<>();
        gateway.requests().forEach(request -> ledger.merge(key(request), 1, Integer::sum));
        return ledger;
    }

    /** The keys that came from one worker, in the order of arrival. */
    List<String> acceptedFrom(String worker) {
        return gateway.requests().stream().filter(request -> worker.equals(request.header("User-Agent"))).map(SlowGateway::key)
                .toList();
    }

    private static String key(RecordedRequest request) {
        return request.json().path("user").asText();
    }

    @Override
    public void close() {
        gateway.close();
    }
}

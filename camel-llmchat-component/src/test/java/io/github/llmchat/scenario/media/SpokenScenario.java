package io.github.llmchat.scenario.media;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;

import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.scenario.stream.GatewayScenario;
import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.SseScript;
import org.apache.camel.builder.RouteBuilder;

/** Calls that are answered with sound. */
abstract class SpokenScenario extends GatewayScenario {

    static final byte[] SOUND = sound();
    static final String BASE64 = Base64.getEncoder().encodeToString(SOUND);

    /** What {@code direct:chunk} got. */
    final List<ChatChunk> chunks = Collections.synchronizedList(new ArrayList<>());

    @Override
    protected void routes(RouteBuilder builder) {
        builder.from("direct:chunk").process(exchange -> chunks.add(exchange.getMessage().getBody(ChatChunk.class)));
    }

    static Script whole(String base64) {
        return Script.json(
                "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":null,\"audio\":{\"id\":\"audio_1\","
                           + "\"data\":\"" + base64 + "\",\"expires_at\":1767225600,\"transcript\":\"Hello Ada\"}},"
                           + "\"finish_reason\":\"stop\"}]}");
    }

    /** Identifier and transcript first, then the data, then the time, as OpenAI sends it. */
    static Script streamed(String base64, int length) {
        SseScript script = Script.sse()
                .delta(0, "{\"role\":\"assistant\",\"audio\":{\"id\":\"audio_1\",\"transcript\":\"Hello\"}}")
                .delta(0, "{\"audio\":{\"transcript\":\" Ada\"}}");
        for (int from = 0; from < base64.length(); from += length) {
            script = script.delta(0, data(base64.substring(from, Math.min(base64.length(), from + length))));
        }
        return script.delta(0, "{\"audio\":{\"expires_at\":1767225600}}").finish("stop").usage(3, 7).done();
    }

    static String data(String base64) {
        return "{\"audio\":{\"data\":\"" + base64 + "\"}}";
    }

    static byte[] sound() {
        byte[] sound = new byte[256];
        for (int i = 0; i < sound.length; i++) {
            sound[i] = (byte) i;
        }
        return sound;
    }
}

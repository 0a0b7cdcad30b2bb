package io.github.llmchat.scenario.result;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.model.Json;
import io.github.llmchat.model.JsonTokens;
import io.github.llmchat.model.WireFiles;
import io.github.llmchat.scenario.request.OneCallScenario;
import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.SseScript;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Whatever a server adds to an answer comes out of the route: fields, nulls, their order and every digit. */
class AnswersOfManyServersAreKeptTest extends OneCallScenario {

    static Stream<Path> completions() {
        return WireFiles.named("completion.json");
    }

    static Stream<Path> streams() {
        return WireFiles.named("chunks.jsonl");
    }

    @ParameterizedTest
    @MethodSource("completions")
    void asJsonItIsWhatWasReceived(Path file) {
        String json = WireFiles.read(file);
        gateway.willAnswer(Script.json(json));

        Exchange exchange = call(uri("m", "output=json"), "hi");

        assertThat(exchange.getMessage().getBody()).isEqualTo(json.strip());
    }

    @ParameterizedTest
    @MethodSource("completions")
    void asCompletionNothingIsLost(Path file) throws Exception {
        String json = WireFiles.read(file);
        gateway.willAnswer(Script.json(json));

        Exchange exchange = call(uri("m", "output=completion"), "hi");

        assertThat(JsonTokens.of(exchange.getMessage().getBody(ChatCompletion.class).toJson())).isEqualTo(JsonTokens.of(json));
        assertThat(JsonTokens.of(Json.text(exchange.getMessage().getBody(JsonNode.class)))).isEqualTo(JsonTokens.of(json));
    }

    @ParameterizedTest
    @MethodSource("completions")
    void marshalledNothingIsLost(Path file) throws Exception {
        String json = WireFiles.read(file);
        gateway.willAnswer(Script.json(json));
        RouteBuilder.addRoutes(context,
                routes -> routes.from("direct:marshal").to(uri("m", "output=completion")).marshal().json());

        assertThat(JsonTokens.of(template.requestBody("direct:marshal", (Object) "hi", String.class)))
                .isEqualTo(JsonTokens.of(json));
    }

    @ParameterizedTest
    @MethodSource("streams")
    void asStreamEachChunkIsWhatWasReceived(Path file) throws Exception {
        List<ChatChunk> chunks = new CopyOnWriteArrayList<>();
        RouteBuilder.addRoutes(context, routes -> routes.from("direct:split").to(uri("m", "streaming=true", "output=stream"))
                .split(routes.body()).streaming().process(e -> chunks.add(e.getMessage().getBody(ChatChunk.class))));
        gateway.willAnswer(stream(file));

        template.requestBody("direct:split", "hi");

        assertReceived(chunks, WireFiles.lines(file));
    }

    @ParameterizedTest
    @MethodSource("streams")
    void atAChunkRouteEachChunkIsWhatWasReceived(Path file) throws Exception {
        List<ChatChunk> chunks = new CopyOnWriteArrayList<>();
        RouteBuilder.addRoutes(context, routes -> {
            routes.from("direct:call").to(uri("m", "chunksTo=direct:chunk"));
            routes.from("direct:chunk").process(e -> chunks.add(e.getMessage().getBody(ChatChunk.class)));
        });
        gateway.willAnswer(stream(file));

        template.requestBody("direct:call", "hi");

        assertReceived(chunks, WireFiles.lines(file));
    }

    private static Script stream(Path file) {
        SseScript script = Script.sse();
        for (String line : WireFiles.lines(file)) {
            script = script.event(line);
        }
        return script.done();
    }

    /** All but the closing chunk, which is our own. */
    private static void assertReceived(List<ChatChunk> chunks, List<String> lines) {
        assertThat(chunks).last().matches(ChatChunk::last);
        List<ChatChunk> received = chunks.subList(0, chunks.size() - 1);
        assertThat(received).extracting(ChatChunk::data).isEqualTo(lines);
        assertThat(received).extracting(chunk -> new String(chunk.dataBytes(), UTF_8)).isEqualTo(lines);
    }
}

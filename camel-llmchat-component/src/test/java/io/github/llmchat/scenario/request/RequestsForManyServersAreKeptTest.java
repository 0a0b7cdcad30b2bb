package io.github.llmchat.scenario.request;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.llmchat.model.ChatRequest;
import io.github.llmchat.model.Json;
import io.github.llmchat.model.WireFiles;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever a client adds to a request for its server goes through a route: fields, nulls, their order and every digit.
 * Model and messages go first; {@code stream} is sent only if it is true.
 */
class RequestsForManyServersAreKeptTest extends OneCallScenario {

    private static final String[] NOTHING_OF_OUR_OWN = { "includeUsage=false", "output=text" };

    static Stream<Path> requests() {
        return WireFiles.named("request.json");
    }

    @ParameterizedTest
    @MethodSource("requests")
    void asChatRequest(Path file) throws Exception {
        String json = WireFiles.read(file);

        call(uri("*", NOTHING_OF_OUR_OWN), ChatRequest.fromJson(json));

        assertKept(json);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void asMap(Path file) throws Exception {
        String json = WireFiles.read(file);

        call(uri("*", NOTHING_OF_OUR_OWN), Json.mapper().readValue(json, Map.class));

        assertKept(json);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void asJsonNode(Path file) throws Exception {
        String json = WireFiles.read(file);

        call(uri("*", NOTHING_OF_OUR_OWN), Json.parse(json));

        assertKept(json);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void asTextThatIsConverted(Path file) throws Exception {
        String json = WireFiles.read(file);
        RouteBuilder.addRoutes(context, routes -> routes.from("direct:text").convertBodyTo(ChatRequest.class)
                .to(uri("*", NOTHING_OF_OUR_OWN)));

        template.requestBody("direct:text", json);

        assertKept(json);
    }

    private void assertKept(String json) throws Exception {
        JsonNode given = Json.parse(json);
        JsonNode sent = Json.parse(onlyRequest().body());
        assertThat(sent.fieldNames()).toIterable().containsExactlyElementsOf(fields(given));
        assertThat(sent.properties()).allSatisfy(
                field -> assertThat(Json.text(field.getValue())).isEqualTo(Json.text(given.get(field.getKey()))));
        RequestSchema.assertValid(sent);
    }

    private static List<String> fields(JsonNode given) {
        List<String> names = new ArrayList<>();
        given.fieldNames().forEachRemaining(names::add);
        names.removeAll(List.of("model", "messages"));
        if (!given.path("stream").booleanValue()) {
            names.removeAll(List.of("stream", "stream_options"));
        }
        names.addAll(0, List.of("model", "messages"));
        return names;
    }
}

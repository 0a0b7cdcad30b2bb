package io.github.llmchat.scenario.request;

import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** The schema that other tests hold requests against: it would be worth nothing if it took anything. */
class GoodRequestsAreToldFromBadOnesTest {

    private static final JsonNode GOOD = RequestSchema.resource("good-requests.json");

    static Stream<Arguments> good() {
        return GOOD.properties().stream().map(request -> arguments(request.getKey(), request.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("good")
    void aGoodRequestBreaksNoRule(String name, JsonNode request) {
        assertThat(RequestSchema.violations(request)).isEmpty();
    }

    /** Each is a good request with one value changed, or left out where the table gives none. */
    static Stream<Arguments> bad() {
        return StreamSupport.stream(RequestSchema.resource("bad-requests.json").spliterator(), false)
                .map(row -> arguments(row.path("what").asText(), row));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void aRequestBrokenInOnePlaceBreaksARuleThere(String name, JsonNode row) {
        JsonPointer at = JsonPointer.compile(row.path("at").asText());
        JsonNode request = GOOD.path(row.path("base").asText()).deepCopy();
        assertThat(request.at(at).isMissingNode()).as("nothing to break at " + at).isFalse();

        change(request.at(at.head()), at.last(), row.get("value"));

        // what is missing is missed by the object around it
        assertThat(RequestSchema.violations(request)).isNotEmpty()
                .allSatisfy(found -> assertThat(found).startsWith(at.head().toString()));
    }

    @Test
    void fieldsThatOnlyAGatewayKnowsBreakNoRule() {
        ObjectNode request = GOOD.path("all roles").deepCopy();
        request.putObject("x_gateway").put("a", 1);
        request.path("messages").forEach(message -> ((ObjectNode) message).putArray("x_message"));
        ((ObjectNode) request.at("/messages/1/content/0")).put("x_part", true);

        assertThat(RequestSchema.violations(request)).isEmpty();
    }

    private static void change(JsonNode parent, JsonPointer last, JsonNode value) {
        if (parent instanceof ArrayNode array) {
            array.set(last.getMatchingIndex(), value);
        } else if (value == null) {
            ((ObjectNode) parent).remove(last.getMatchingProperty());
        } else {
            ((ObjectNode) parent).set(last.getMatchingProperty(), value);
        }
    }
}

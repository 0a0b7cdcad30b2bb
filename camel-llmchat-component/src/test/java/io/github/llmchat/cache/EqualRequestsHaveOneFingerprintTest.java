package io.github.llmchat.cache;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.llmchat.model.Json;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

import static org.assertj.core.api.Assertions.assertThat;

/** How a request is written does not matter; what it says does. */
class EqualRequestsHaveOneFingerprintTest {

    @Provide
    Arbitrary<ObjectNode> requests() {
        return Arbitraries.lazyOf(() -> objects(3), () -> objects(2));
    }

    private static Arbitrary<ObjectNode> objects(int depth) {
        Arbitrary<String> names = Arbitraries.of("model", "messages", "role", "content", "a", "b", "temperature", "");
        return Arbitraries.maps(names, values(depth)).ofMaxSize(5).map(map -> {
            ObjectNode object = Json.object();
            map.forEach(object::set);
            return object;
        });
    }

    private static Arbitrary<JsonNode> values(int depth) {
        Arbitrary<JsonNode> leaves = Arbitraries.oneOf(
                Arbitraries.strings().withChars('a', '"', '\\', '\u4FEE').ofMaxLength(5).map(Json.object()::textNode),
                Arbitraries.bigDecimals().ofScale(3).map(Json.object()::numberNode),
                Arbitraries.of(true, false).map(Json.object()::booleanNode),
                Arbitraries.just(Json.object().nullNode()));
        if (depth == 0) {
            return leaves;
        }
        Arbitrary<JsonNode> arrays = values(depth - 1).list().ofMaxSize(4).map(list -> {
            ArrayNode array = Json.mapper().createArrayNode();
            array.addAll(list);
            return array;
        });
        return Combinators.combine(leaves, arrays, objects(depth - 1), Arbitraries.integers().between(0, 2))
                .as((leaf, array, object, which) -> which == 0 ? leaf : which == 1 ? array : object);
    }

    @Property
    void theOrderOfFieldsDoesNotMatter(@ForAll("requests") ObjectNode request, @ForAll Random random) {
        assertThat(of(shuffled(request, random))).isEqualTo(of(request));
    }

    private static JsonNode shuffled(JsonNode node, Random random) {
        if (node.isObject()) {
            List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(node.properties());
            Collections.shuffle(fields, random);
            ObjectNode object = Json.object();
            fields.forEach(field -> object.set(field.getKey(), shuffled(field.getValue(), random)));
            return object;
        }
        if (node.isArray()) {
            ArrayNode array = Json.mapper().createArrayNode();
            node.forEach(element -> array.add(shuffled(element, random)));
            return array;
        }
        return node;
    }

    @Property
    void theSpellingOfNumbersDoesNotMatter(
            @ForAll @BigRange(min = "-1000", max = "1000") @Scale(3) BigDecimal number, @ForAll @IntRange(max = 5) int zeros)
            throws Exception {
        String plain = number.toPlainString();
        String longer = plain + (plain.contains(".") ? "" : ".0") + "0".repeat(zeros);
        String exponent = number.unscaledValue() + "e" + -number.scale();
        assertThat(of("{\"temperature\":" + longer + "}")).isEqualTo(of("{\"temperature\":" + plain + "}"));
        assertThat(of("{\"temperature\":" + exponent + "}")).isEqualTo(of("{\"temperature\":" + plain + "}"));
    }

    @Property
    void otherRequestsHaveOthers(@ForAll("requests") ObjectNode one, @ForAll("requests") ObjectNode other) {
        assertThat(of(one).equals(of(other))).isEqualTo(sameValue(one, other));
    }

    @Property
    void oneFieldMoreIsAnother(@ForAll("requests") ObjectNode request, @ForAll("requests") ObjectNode more) {
        ObjectNode longer = request.deepCopy();
        longer.set("one more", more);
        assertThat(of(longer)).isNotEqualTo(of(request));
    }

    private static boolean sameValue(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue()) == 0;
        }
        if (one.isContainerNode() && one.getNodeType() == other.getNodeType() && one.size() == other.size()) {
            return one.isObject()
                    ? one.properties().stream().allMatch(
                            field -> other.has(field.getKey()) && sameValue(field.getValue(), other.get(field.getKey())))
                    : java.util.stream.IntStream.range(0, one.size()).allMatch(i -> sameValue(one.get(i), other.get(i)));
        }
        return one.equals(other);
    }

    private static String of(String json) throws Exception {
        return of(Json.parse(json));
    }

    private static String of(JsonNode request) {
        return Fingerprint.of("key", "http://gateway/v1", Map.of(), false, (ObjectNode) request);
    }
}

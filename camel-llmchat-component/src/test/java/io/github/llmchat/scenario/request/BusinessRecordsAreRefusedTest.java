package io.github.llmchat.scenario.request;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class BusinessRecordsAreRefusedTest extends OneCallScenario {

    /** A bean as routes have them. */
    public record Order(int id, String item) {
    }

    static Stream<Object> records() {
        return Stream.of(
                Map.of("orderId", 4711), Map.of(), new ObjectMapper().createObjectNode().put("orderId", 4711),
                new Order(4711, "book"), new Object());
    }

    @ParameterizedTest
    @MethodSource("records")
    void withAHintAtMarshalJson(Object body) {
        assertRefused(uri("gpt-4o"), body, Map.of(), "marshal().json()");
    }

    static Stream<Object> lists() {
        return Stream.of(List.of("hi", "there"), List.of(Map.of("orderId", 4711)), List.of(new Order(4711, "book")),
                List.of(4711));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void aListOfThemWithAHintAtWhatAConversationIs(Object body) {
        assertRefused(uri("gpt-4o"), body, Map.of(), "conversation", "role");
    }

    @Test
    void whatAMessageSaysIsNotInTheRefusal() {
        assertThat(request(uri("gpt-4o"), Map.of("customer", "Erika Mustermann"), Map.of()).getException())
                .hasMessageNotContaining("Erika");
        assertThat(request(uri("gpt-4o"), List.of(Map.of("customer", "Erika Mustermann")), Map.of()).getException())
                .hasMessageNotContaining("Erika");
    }

    @Test
    void messagesThatAreNoneAreNamed() {
        assertRefused(uri("gpt-4o"), Map.of("messages", "hi"), Map.of(), "messages");
        assertRefused(uri("gpt-4o"), Map.of("messages", List.of(Map.of("content", "hi"))), Map.of(), "messages[0]", "role");
    }

    @Test
    void marshalledToJsonTheyArePrompts() throws Exception {
        RouteBuilder.addRoutes(context, routes -> routes.from("direct:orders").marshal().json().to(uri("gpt-4o")));

        template.requestBody("direct:orders", new Order(4711, "book"));

        assertThat(onlyRequest().json().at("/messages/0/content").asText()).isEqualTo("{\"id\":4711,\"item\":\"book\"}");
    }
}

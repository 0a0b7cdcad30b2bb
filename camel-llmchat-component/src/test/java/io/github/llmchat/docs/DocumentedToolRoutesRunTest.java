package io.github.llmchat.docs;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.llmchat.testing.Script;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The routes that the page on tools shows are run as they stand there. */
class DocumentedToolRoutesRunTest extends DocumentedPage {

    DocumentedToolRoutesRunTest() {
        super("tools.md");
    }

    @Test
    void theFirstTool() {
        gateway.willAnswer(calls("get_weather", "{\"city\":\"Rome\"}"), Script.answer("Take an umbrella."));

        ask("direct:ask", "What's it like in Rome?");

        assertThat(result()).isEqualTo("Rain and 11 degrees in Rome");
        assertThat(log.messages()).contains("Take an umbrella. (tools were run 1 times)");
        JsonNode function = gateway.requests().get(0).json().path("tools").get(0).path("function");
        assertThat(function.path("name").asText()).isEqualTo("get_weather");
        assertThat(function.at("/parameters/required")).hasToString("[\"city\"]");
    }

    @Test
    void namesWithADash() {
        gateway.willAnswer(calls("cancel_order", "{\"order-id\":17}"), Script.answer("Done"));

        ask("llmchat:gpt-4o?tags=orders", "Cancel 17");

        assertThat(result()).isEqualTo("Order 17 is cancelled");
    }

    @Test
    void whoIsAskingComesFromTheCaller() {
        gateway.willAnswer(calls("my_orders", "{\"customerId\":2}"), Script.answer("Two"));

        context.createProducerTemplate().request("llmchat:gpt-4o?tags=orders", exchange -> {
            exchange.getMessage().setBody("My orders? I am customer 2.");
            exchange.getMessage().setHeader("customerId", 1);
        });

        assertThat(result()).isEqualTo("customer 1 has the orders 17 and 18");
    }

    @Test
    void aToolThatHasSomethingToTell() {
        gateway.willAnswer(calls("stock", "{\"article\":\"A1\"}"), Script.answer("We call back"));

        ask("llmchat:gpt-4o?tags=stock", "How many A1?");

        assertThat(result()).startsWith("The warehouse can't be asked now.").doesNotContain("10.0.0.7");
    }

    @Test
    void streaming() {
        gateway.willAnswer(
                Script.sse().text("Wait.").toolCall(0, "c1", "get_weather", "{\"city\":\"Rome\"}").finish("tool_calls").done(),
                Script.sse().text("Rain", " again").finish("stop").done());

        ask("direct:talk", "What's it like in Rome?");

        assertThat(log.messages()).containsExactly("piece: Wait.", "piece: Rain", "piece:  again", "whole: Rain again");
    }

    @Test
    void approval() {
        gateway.willAnswer(calls("refund", "{\"amount\":49.5}"), Script.answer("Done"),
                calls("refund", "{\"amount\":51}"), Script.answer("No"));

        ask("llmchat:gpt-4o?tags=refunds", "49.50 back");
        assertThat(result()).isEqualTo("49.5 Euro were paid back");

        ask("llmchat:gpt-4o?tags=refunds", "51 back");
        assertThat(resultOf(3)).isEqualTo(
                "This call was not approved: Amounts above 50 Euro need a person. Offer to pass it on.");
    }

    @Test
    void runningToolsOneself() {
        gateway.willAnswer(calls("get_weather", "{\"city\":\"Rome\"}"), calls("get_weather", "{\"city\":\"Ulm\"}"),
                Script.answer("All fine"));

        ask("direct:manual", "Rome and Ulm?");

        assertThat(log.messages()).containsExactly(
                "wanted: get_weather {\"city\":\"Rome\"}", "wanted: get_weather {\"city\":\"Ulm\"}", "All fine");
        assertThat(resultOf(2)).isEqualTo("Sunshine");
    }

    private void ask(String uri, String prompt) {
        Exchange exchange = context.createProducerTemplate().request(uri, it -> it.getMessage().setBody(prompt));
        assertThat(exchange.getException()).isNull();
    }

    private String result() {
        return resultOf(1);
    }

    /** The last result that this request has. */
    private String resultOf(int request) {
        List<JsonNode> messages
                = List.copyOf(gateway.requests().get(request).json().path("messages").findParents("tool_call_id"));
        return messages.get(messages.size() - 1).path("content").asText();
    }

    private static Script calls(String name, String arguments) {
        return Script
                .json("{\"choices\":[{\"finish_reason\":\"tool_calls\",\"message\":{\"content\":null,\"tool_calls\":[{\"id\":"
                      + "\"c1\",\"type\":\"function\",\"function\":{\"name\":\"" + name + "\",\"arguments\":"
                      + new com.fasterxml.jackson.databind.node.TextNode(arguments) + "}}]}}]}");
    }
}

package io.github.llmchat.scenario.structured;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.llmchat.model.Json;
import io.github.llmchat.scenario.stream.GatewayScenario;
import io.github.llmchat.testing.Script;
import org.apache.camel.Exchange;

import static org.assertj.core.api.Assertions.assertThat;

/** Calls whose answers must match a schema. */
abstract class StructuredScenario extends GatewayScenario {

    static final String GOOD
            = "{\"number\":\"A-7\",\"currency\":\"EUR\",\"order_lines\":[{\"article\":\"nail\",\"quantity\":3,\"price\":0.10}]}";
    static final String BAD
            = "{\"number\":\"A-7\",\"currency\":\"sesterces\",\"order_lines\":[{\"article\":\"nail\",\"quantity\":3,\"price\":0.10}]}";
    static final String INVOICE = "outputClass=" + Invoice.class.getName();

    /** {@return the exchange of a call that must succeed} */
    final Exchange answered(String options) {
        Exchange exchange = ask(llmchat(options));
        assertThat(exchange.getException()).as("exception of the call").isNull();
        return exchange;
    }

    final JsonNode request(int number) {
        return gateway.requests().get(number).json();
    }

    /** The same answer for calls that are streamed and for those that are not. */
    final void willAnswer(String... texts) {
        for (String text : texts) {
            gateway.willAnswer(Script.json(Json.object()
                    .put("id", "c-1").<com.fasterxml.jackson.databind.node.ObjectNode> set("choices",
                            Json.mapper().createArrayNode()
                                    .add(Json.object().put("index", 0).put("finish_reason", "stop")
                                            .set("message", Json.object().put("role", "assistant").put("content", text))))
                    .set("usage", Json.object().put("prompt_tokens", 10).put("completion_tokens", 5).put("total_tokens", 15))
                    .toString()));
        }
    }
}

package io.github.llmchat.scenario.thinking;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.model.Json;
import io.github.llmchat.scenario.stream.GatewayScenario;
import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.SseScript;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/** Calls to models that think in their text. */
abstract class ThinkingScenario extends GatewayScenario {

    static final String REASONING = "CamelLlmChatReasoningContent";
    static final String[] PIECES = { "<", "think", ">", "\nLet me", " see</", "think>", "\n\n", "Yes", " <b>!" };

    /** What {@code direct:chunk} got. */
    final List<ChatChunk> chunks = Collections.synchronizedList(new ArrayList<>());

    @Override
    protected void routes(RouteBuilder builder) {
        builder.from("direct:chunk").process(exchange -> chunks.add(exchange.getMessage().getBody(ChatChunk.class)));
        builder.from("direct:streamed").to(llmchat("stripThinking=true&streaming=true"))
                .split(builder.body()).streaming().to("direct:chunk");
    }

    /** {@return the exchange of a call that must succeed} */
    final Exchange answered(String options) {
        Exchange exchange = ask(llmchat(options));
        assertThat(exchange.getException()).as("exception of the call").isNull();
        return exchange;
    }

    static SseScript stream(String... pieces) {
        return Script.sse().text(pieces);
    }

    static String delta(String content) {
        return Json.object().put("content", content).toString();
    }

    /** {@return the pieces of text that are not empty} */
    final List<String> texts() {
        return chunks.stream().map(ChatChunk::content).filter(text -> !text.isEmpty()).toList();
    }

    /** {@return the pieces of reasoning} */
    final List<String> thoughts() {
        return chunks.stream().filter(chunk -> !chunk.last()).map(ChatChunk::reasoningContent)
                .filter(text -> text != null && !text.isEmpty()).toList();
    }
}

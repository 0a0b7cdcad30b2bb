package io.github.llmchat.examples.tickets.gateway;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.llmchat.model.ChatChunk;

/**
 * An answer as a served route gives it: its texts as they are, and chunks for what is no text. The component makes a
 * stream or a whole completion of them, and sends the usage to clients that ask for it.
 */
final class AnswerPieces {

    /** Fixed, so that the same request gets the same bytes. */
    private static final long CREATED = 1_700_000_000L;

    private final DemoAnswer answer;
    private final List<Piece> pieces = new ArrayList<>();

    private AnswerPieces(DemoAnswer answer) {
        this.answer = answer;
    }

    static List<Piece> of(DemoAnswer answer) {
        AnswerPieces made = new AnswerPieces(answer);
        made.choice(true, object().put("role", "assistant").put("content", ""), null);
        answer.pieces().forEach(text -> made.pieces.add(new Piece(text, true)));
        for (int i = 0; i < answer.calls().size(); i++) {
            made.call(i, answer.calls().get(i));
        }
        made.choice(false, object(), answer.finishReason());
        made.usage();
        return made.pieces;
    }

    private void call(int index, DemoToolCall call) {
        ObjectNode head = object();
        head.putArray("tool_calls").addObject().put("index", index).put("id", call.id()).put("type", "function")
                .putObject("function").put("name", call.tool()).put("arguments", "");
        choice(false, head, null);
        for (String piece : call.pieces()) {
            ObjectNode delta = object();
            delta.putArray("tool_calls").addObject().put("index", index).putObject("function").put("arguments", piece);
            choice(true, delta, null);
        }
    }

    private void choice(boolean paced, ObjectNode delta, String finishReason) {
        ObjectNode document = document();
        ObjectNode choice = document.putArray("choices").addObject().put("index", 0);
        choice.set("delta", delta);
        choice.put("finish_reason", finishReason);
        add(document, paced);
    }

    private void usage() {
        ObjectNode document = document();
        document.putArray("choices");
        document.putObject("usage").put("prompt_tokens", answer.promptTokens())
                .put("completion_tokens", answer.completionTokens())
                .put("total_tokens", answer.promptTokens() + answer.completionTokens());
        add(document, false);
    }

    private void add(ObjectNode document, boolean paced) {
        try {
            byte[] json = document.toString().getBytes(StandardCharsets.UTF_8);
            pieces.add(new Piece(ChatChunk.read(json, pieces.size()), paced));
        } catch (JacksonException e) {
            throw new IllegalStateException("The demo gateway made a chunk that is no JSON", e);
        }
    }

    private ObjectNode document() {
        return object().put("id", answer.id()).put("object", "chat.completion.chunk").put("created", CREATED)
                .put("model", answer.model());
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}

package io.github.llmchat;

import java.util.List;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.llmchat.model.ChatCompletion;

/**
 * Asks the model again when its answer does not match the schema: with its answer, and with what is wrong with it. The
 * model's own words go back to the model only.
 */
final class Repairs {

    private final int most;

    /** @throws IllegalArgumentException if the option is negative */
    Repairs(LlmChatConfiguration options) {
        this.most = options.getMaxRepairs();
        if (most < 0) {
            throw new IllegalArgumentException("maxRepairs=" + most + ": must be 0 or more");
        }
    }

    /** The next request; null if no repair is left, or none would help. */
    BoundRequest next(BoundRequest request, ChatCompletion answer, TypedAnswers.Mismatch mismatch) {
        if (!mismatch.repairable() || request.earlier().repairs() >= most) {
            return null;
        }
        ObjectNode tree = request.tree().deepCopy();
        ArrayNode messages = tree.withArrayProperty("messages");
        messages.addObject().put("role", "assistant").put("content", mismatch.answer());
        messages.addObject().put("role", "user").put("content", complaint(mismatch.violations()));
        return request.with(tree, request.earlier().repaired(answer.usage()));
    }

    private static String complaint(List<String> violations) {
        return violations.stream().collect(Collectors.joining(
                "\n- ", "Your answer does not match the JSON Schema that was asked for:\n- ",
                "\nAnswer again, with one JSON document that matches it and nothing else."));
    }
}

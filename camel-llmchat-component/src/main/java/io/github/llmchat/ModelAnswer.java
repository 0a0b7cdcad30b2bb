package io.github.llmchat;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.llmchat.error.ChatException;
import io.github.llmchat.model.ApiError;
import io.github.llmchat.model.Json;
import io.github.llmchat.model.ModelInfo;
import io.github.llmchat.stream.AnswerHead;
import io.github.llmchat.stream.AnswerJson;

/**
 * What a gateway has answered about its models, with a 2xx status.
 *
 * @param body what the message body becomes: a {@link ModelInfo} or a list of them
 * @param tree the JSON as received
 */
record ModelAnswer(Object body, JsonNode tree) {

    private static final String LIST = "a list of models";
    private static final String ENTRY = "an entry of its model catalogue";

    /** @throws ChatException if the answer is an error in disguise, or no list */
    static ModelAnswer list(byte[] body, AnswerHead head) {
        JsonNode tree = AnswerJson.parse(body, head, LIST);
        List<ModelInfo> models = ModelInfo.list(tree);
        ApiError error = ApiError.fromTree(tree);
        if (error != null && (models == null || saysError(tree) || saysError(tree.path(0)))) {
            throw AnswerJson.disguised(error, head);
        }
        if (models == null) {
            throw AnswerJson.unexpected(LIST, "the JSON has no data", head, null);
        }
        return new ModelAnswer(models, tree);
    }

    /** @throws ChatException if the answer is an error in disguise, or no entry */
    static ModelAnswer entry(byte[] body, AnswerHead head) {
        JsonNode tree = AnswerJson.parse(body, head, ENTRY);
        ModelInfo model = ModelInfo.entry(tree);
        ApiError error = ApiError.fromTree(tree);
        if (error != null && (model == null || saysError(tree))) {
            throw AnswerJson.disguised(error, head);
        }
        if (model == null) {
            throw AnswerJson.unexpected(ENTRY, "the JSON describes no model", head, null);
        }
        return new ModelAnswer(model, tree);
    }

    /** An entry may well have a title or a description, which elsewhere are an error's words. */
    private static boolean saysError(JsonNode tree) {
        return tree.hasNonNull("error") || "error".equals(tree.path("object").textValue());
    }

    String json() {
        return Json.text(tree);
    }

    /** The entry. */
    ModelInfo model() {
        return (ModelInfo) body;
    }
}

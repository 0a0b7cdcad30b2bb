package io.github.llmchat.model;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a delta adds to its message, read without a tree where that is possible.
 *
 * @param present        whether there is a delta at all
 * @param role           the role, or {@code null}
 * @param content        the text, "" if there is none
 * @param reasoning      the reasoning, or {@code null}
 * @param reasoningField the name of the field that the reasoning came in, or {@code null}
 * @param toolCalls      whether there are tool calls
 * @param extras         whether there is anything besides role, text and reasoning
 * @param needsTree      whether text or reasoning are in a form that only the tree can tell
 */
record DeltaFacts(
        boolean present,
        String role,
        String content,
        String reasoning,
        String reasoningField,
        boolean toolCalls,
        boolean extras,
        boolean needsTree) {

    static final DeltaFacts NONE = new DeltaFacts(false, null, "", null, null, false, false, false);

    boolean plain() {
        return present && !extras && !needsTree;
    }

    /** The same, with the text and reasoning that the delta's tree has. */
    DeltaFacts completedFrom(JsonNode delta) {
        return new DeltaFacts(
                present, role, ContentText.content(delta), ContentText.reasoning(delta), reasoningField, toolCalls, true,
                true);
    }

    /** The same with another text, or another reasoning if there is some. */
    DeltaFacts withText(String text) {
        boolean thinks = reasoning != null;
        return new DeltaFacts(
                present, role, thinks ? content : text, thinks ? Fields.emptyToNull(text) : null,
                text.isEmpty() ? null : reasoningField, toolCalls, extras, needsTree);
    }

    static DeltaFacts read(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return NONE;
        }
        String role = null;
        String content = "";
        String reasoningContent = null;
        String reasoning = null;
        boolean parts = false;
        boolean details = false;
        boolean toolCalls = false;
        boolean extras = false;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            switch (name) {
                case "role" -> role = Tokens.string(parser);
                case "content" -> {
                    parts = parser.currentToken() == JsonToken.START_ARRAY;
                    String text = Tokens.string(parser);
                    content = text == null ? "" : text;
                }
                case "reasoning_content" -> reasoningContent = Tokens.string(parser);
                case "reasoning" -> reasoning = Tokens.string(parser);
                case "reasoning_details" -> details = !Tokens.skipNothing(parser);
                case "tool_calls" -> toolCalls = !Tokens.skipNothing(parser);
                default -> extras |= !Tokens.skipNothing(parser);
            }
        }
        String field = reasoningContent != null ? "reasoning_content" : reasoning != null ? "reasoning" : null;
        return new DeltaFacts(
                true, role, content, reasoningContent != null ? reasoningContent : reasoning, field, toolCalls,
                extras || details || toolCalls, parts || details && field == null);
    }
}

package io.github.llmchat.schema;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.github.llmchat.model.Json;

/**
 * Takes the JSON document out of a model's answer: the whole answer, or what is inside its one Markdown code fence.
 * Internal: public only because other packages of this component use it. May be called from any thread.
 */
public final class JsonAnswer {

    private static final ObjectReader WHOLE = Json.mapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Pattern OPENING = Pattern.compile("(?i)```[ \\t]*(?:json)?[ \\t]*\\R?");
    private static final String FENCE = "```";

    private JsonAnswer() {
    }

    /**
     * Reads the document. Nothing is searched for in prose: an answer with words around its JSON holds none.
     *
     * @param  answer the answer; may be {@code null}
     * @return        the document with its numbers as they were written, a tree of the caller's own, or {@code null} if
     *                the answer is not exactly one JSON document
     */
    public static JsonNode parse(String answer) {
        if (answer == null) {
            return null;
        }
        try {
            JsonNode document = WHOLE.readTree(text(answer));
            return document == null || document.isMissingNode() ? null : document;
        } catch (JacksonException e) {
            return null;
        }
    }

    /**
     * Takes off the fence and the white space around it.
     *
     * @param  answer the answer
     * @return        what is inside its fence, or all of it if there is none, exactly as the model wrote it but for
     *                white space at both ends. It need not be JSON
     */
    public static String text(String answer) {
        String all = answer.strip();
        Matcher opening = OPENING.matcher(all);
        if (!opening.lookingAt() || !all.endsWith(FENCE) || all.length() < opening.end() + FENCE.length()) {
            return all;
        }
        return all.substring(opening.end(), all.length() - FENCE.length()).strip();
    }
}

package io.github.llmchat.model;

import java.io.IOException;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/**
 * What nearly everybody wants to know of a chunk, read in one pass and without a tree. It must find what the same
 * questions to the tree would: in particular the last of two fields with one name wins. It is filled before its chunk
 * is published and not changed afterwards.
 */
final class ChunkFacts {

    String id;
    String model;
    String finishReason;
    boolean choicesKey;
    boolean error;
    int choiceIndex;
    DeltaFacts delta = DeltaFacts.NONE;

    private int choiceCount;
    private boolean topUsage;
    private boolean choiceUsage;
    private boolean groqUsage;
    private boolean errorObject;
    private boolean foreignError;
    private boolean extras;
    private boolean choiceExtras;

    /**
     * Reads them.
     *
     * @param before those of the chunk before, or {@code null}: what is the same is taken from there
     */
    static ChunkFacts read(byte[] json, ChunkFacts before) throws JacksonException {
        try (JsonParser parser = Json.mapper().createParser(json)) {
            return new ChunkFacts().document(parser, before);
        } catch (IOException e) {
            String text = Json.replacedText(json);
            if (text == null) {
                throw Json.asJackson(e);
            }
            return read(text);
        }
    }

    private static ChunkFacts read(String json) throws JacksonException {
        try (JsonParser parser = Json.mapper().createParser(json)) {
            return new ChunkFacts().document(parser, null);
        } catch (IOException e) {
            throw Json.asJackson(e);
        }
    }

    /** The facts of the chunk that closes a stream: they are those of the whole answer, without its text. */
    static ChunkFacts closing(ChatCompletion completion) {
        ChunkFacts facts = new ChunkFacts();
        facts.id = completion.id();
        facts.model = completion.model();
        facts.finishReason = completion.finishReason();
        facts.choicesKey = completion.has("choices");
        facts.topUsage = completion.usage() != null;
        facts.extras = true;
        return facts;
    }

    /**
     * Those of a plain chunk with another text: the reasoning, if that is the text here. What is not copied it has not.
     */
    ChunkFacts withText(String text) {
        ChunkFacts other = new ChunkFacts();
        other.id = id;
        other.model = model;
        other.choicesKey = choicesKey;
        other.choiceIndex = choiceIndex;
        other.choiceCount = choiceCount;
        other.delta = delta.withText(text);
        return other;
    }

    boolean usage() {
        return topUsage || choiceUsage || groqUsage;
    }

    boolean error() {
        return error || errorObject || foreignError;
    }

    boolean plain() {
        return choiceCount == 1 && delta.plain() && !extras && !choiceExtras && finishReason == null && !usage() && !error();
    }

    private ChunkFacts document(JsonParser parser, ChunkFacts before) throws IOException {
        String knownId = before == null ? null : before.id;
        String knownModel = before == null ? null : before.model;
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new JsonParseException(parser, "A chunk must be a JSON object");
        }
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken value = parser.nextToken();
            switch (name) {
                case "id" -> id = Tokens.text(parser, knownId);
                case "model" -> model = Tokens.string(parser, knownModel);
                case "object" -> errorObject = Tokens.skipString(parser, "error");
                case "choices" -> choices(parser);
                case "usage" -> topUsage = Tokens.skipObject(parser);
                case "x_groq" -> groqUsage = groqUsage(parser);
                case "error" -> error = error(parser);
                case "base_resp" -> foreignError = foreignError(parser);
                default -> {
                    extras |= value.isStructStart();
                    parser.skipChildren();
                }
            }
        }
        return this;
    }

    private void choices(JsonParser parser) throws IOException {
        choicesKey = true;
        choiceCount = 0;
        resetChoice();
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.START_OBJECT && ++choiceCount == 1) {
                choice(parser);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void resetChoice() {
        choiceIndex = 0;
        finishReason = null;
        choiceUsage = false;
        choiceExtras = false;
        delta = DeltaFacts.NONE;
    }

    private void choice(JsonParser parser) throws IOException {
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            switch (name) {
                case "index" -> choiceIndex = Tokens.index(parser);
                case "delta" -> delta = DeltaFacts.read(parser);
                case "finish_reason" -> finishReason = Tokens.text(parser);
                case "usage" -> choiceUsage = Tokens.skipObject(parser);
                default -> choiceExtras |= !Tokens.skipNothing(parser);
            }
        }
    }

    private static boolean groqUsage(JsonParser parser) throws IOException {
        boolean usage = false;
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return false;
        }
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            boolean object = Tokens.skipObject(parser);
            usage = "usage".equals(name) ? object : usage;
        }
        return usage;
    }

    private static boolean error(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NULL, VALUE_FALSE -> false;
            case VALUE_STRING -> !parser.getText().isBlank();
            default -> {
                parser.skipChildren();
                yield true;
            }
        };
    }

    private static boolean foreignError(JsonParser parser) throws IOException {
        String code = null;
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return false;
        }
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            String text = Tokens.text(parser);
            code = "status_code".equals(name) ? text : code;
        }
        return code != null && !"0".equals(code);
    }
}

package io.github.llmchat.stream;

import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.llmchat.error.AuthenticationException;
import io.github.llmchat.error.ChatException;
import io.github.llmchat.error.ContextLengthException;
import io.github.llmchat.error.ErrorDetails;
import io.github.llmchat.error.ModelNotFoundException;
import io.github.llmchat.error.QuotaException;
import io.github.llmchat.error.RateLimitException;
import io.github.llmchat.error.ServerException;
import io.github.llmchat.model.ApiError;
import io.github.llmchat.model.Json;

/** Internal. Whole answers with a 2xx status that are not what was asked for: what to say of them. */
public final class AnswerJson {

    /** Some gateways send line breaks to keep the connection open; this much is looked at for an error's message. */
    private static final int MAX_BLANKS = 4096;

    private AnswerJson() {
    }

    /**
     * The JSON of an answer.
     *
     * @param  expected        what was asked for, for the exception: "a chat completion"
     * @throws ServerException if it is none
     */
    public static JsonNode parse(byte[] body, AnswerHead head, String expected) {
        try {
            return Json.parse(body);
        } catch (JacksonException e) {
            throw unexpected(expected, whatIsThere(body, head), head, e);
        }
    }

    private static String whatIsThere(byte[] body, AnswerHead head) {
        String text = new String(body, 0, Math.min(body.length, MAX_BLANKS), StandardCharsets.UTF_8).strip();
        if (text.isEmpty()) {
            return "the body is empty";
        }
        // half a document: it may be the model's answer, which is not for a message
        return text.startsWith("{")
                ? "malformed JSON (" + body.length + " bytes)" : head.safeText().apply(ApiError.fromBody(body).message());
    }

    /** The answer is something else than what was asked for. */
    public static ServerException unexpected(String expected, String what, AnswerHead head, Throwable cause) {
        return new ServerException(
                "The gateway answered with status 2xx, but not with " + expected + ": " + what, head.details(), cause);
    }

    /**
     * The answer is an error. Its code, if it is one of OpenAI's words, says which; a number may be of any vendor's
     * own.
     */
    public static ChatException disguised(ApiError error, AnswerHead head) {
        String message = "The gateway answered with status 2xx and an error: " + head.safeText().apply(error.message());
        ErrorDetails details = head.details().withError(error).withSafeText(head.safeText());
        return switch (String.valueOf(error.code())) {
            case "insufficient_quota" -> new QuotaException(message, details);
            case "rate_limit_exceeded" -> new RateLimitException(message, details);
            case "invalid_api_key" -> new AuthenticationException(message + " (check apiKey)", details);
            case "model_not_found" -> new ModelNotFoundException(message + " (check the model)", details);
            case "context_length_exceeded", "string_above_max_length" -> new ContextLengthException(message, details);
            default -> new ServerException(message, details);
        };
    }
}

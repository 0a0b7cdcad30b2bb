package io.github.llmchat.model;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What tells an error without its envelope from other things that come between the chunks of a stream: a message alone
 * may be a word on the progress of the answer.
 */
final class ErrorSigns {

    private static final List<String> WORDS = List.of("err", "err_msg", "error_msg", "error_message");
    private static final List<String> CODES = List.of("code", "error_code", "http_code");
    private static final Set<String> GOOD_CODES = Set.of("0", "200", "ok", "success");
    private static final int FIRST_FAILURE = 400;

    private ErrorSigns() {
    }

    /** Whether a document that holds the words of an error can be nothing else. */
    static boolean areIn(JsonNode root) {
        return !root.isObject()
                || WORDS.stream().anyMatch(root::hasNonNull)
                || saysError(Fields.string(root, "type")) || saysError(Fields.string(root, "error_type"))
                || root.path("success").isBoolean() && !root.path("success").booleanValue()
                || root.path("status").asInt() >= FIRST_FAILURE
                || hasBadCode(root) || hasBadCode(root.path("header"))
                || root.path("response").hasNonNull("error");
    }

    private static boolean saysError(String type) {
        return type != null && type.toLowerCase(Locale.ROOT).contains("error");
    }

    private static boolean hasBadCode(JsonNode object) {
        return CODES.stream().map(name -> Fields.text(object, name))
                .anyMatch(code -> code != null && !GOOD_CODES.contains(code.toLowerCase(Locale.ROOT)));
    }
}

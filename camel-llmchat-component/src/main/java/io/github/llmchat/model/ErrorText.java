package io.github.llmchat.model;

import java.util.regex.Pattern;

/**
 * Makes short texts of the pages that proxies answer with.
 */
final class ErrorText {

    private static final int MAX_SNIPPET = 200;
    // enough to get past the styles of an error page, and a bound on the work
    private static final int MAX_PAGE = 20_000;
    private static final Pattern MARKUP
            = Pattern.compile("<(script|style)\\b.*?</\\1\\s*>|<!--.*?-->|<[^>]*>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cntrl}]+");

    private ErrorText() {
    }

    /** The beginning of a text or HTML page on one line, without tags; never blank. */
    static String snippet(String body) {
        String text = cut(body.strip(), MAX_PAGE);
        if (text.startsWith("<")) {
            text = MARKUP.matcher(text).replaceAll(" ");
        }
        text = SPACE.matcher(text).replaceAll(" ").strip();
        return text.isEmpty() ? "(no message)" : cut(text, MAX_SNIPPET);
    }

    static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 2)) ? length - 2 : length - 1;
        return text.substring(0, end) + "…";
    }
}

package io.github.llmchat.error;

import java.util.regex.Pattern;

/**
 * Internal. What a gateway said, made fit for an exception's message: without what looks like a key, and not longer
 * than an error message ever is.
 */
public final class SafeText {

    /** A gateway that refuses a key likes to repeat it, sometimes with stars in the middle. */
    private static final Pattern KEY
            = Pattern.compile("\\b(?:sk|pk|rk|key|gsk|xai|Bearer)[-_ ][A-Za-z0-9_\\-*.]{6,}", Pattern.CASE_INSENSITIVE);
    private static final int MAX_LENGTH = 500;

    private SafeText() {
    }

    /** {@return the text with keys masked, cut after 500 characters} */
    public static String of(String text) {
        String masked = KEY.matcher(text).replaceAll("xxxxxx");
        return masked.length() <= MAX_LENGTH ? masked : masked.substring(0, MAX_LENGTH) + "…";
    }
}

package io.github.llmchat.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.llmchat.error.SafeText;
import io.github.llmchat.model.Json;

/**
 * What must not come back out of a request: gateways like to repeat the key that they refuse and the prompt that they
 * don't like, and what they say ends in logs.
 */
final class Confidential {

    private static final String MASK = "xxxxxx";
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_.-]{0,63}");
    private static final int MIN_SECRET = 8;
    /** A shorter run of the same characters may be chance. */
    private static final int MIN_RUN = 20;
    /** A whole message this short may be a word that any error has in it. */
    private static final int MIN_PROMPT = 12;
    /** A bound on the work: who repeats a prompt repeats its beginning. */
    private static final int MAX_PROMPT = 100_000;

    private Confidential() {
    }

    /** The gateway's words without the key and without pieces of the prompt, cut to a sensible length. */
    static String masked(String said, GatewayRequest request) {
        String masked = withoutSecrets(said, request);
        // the code of an error stays one, even if the prompt asks for its meaning
        if (!CODE.matcher(said).matches()) {
            for (String prompt : prompts(request)) {
                masked = withoutRuns(masked, prompt);
            }
        }
        return SafeText.of(masked);
    }

    /** The gateway's words without the key. */
    static String withoutSecrets(String said, GatewayRequest request) {
        String masked = said;
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            String value = header.getValue();
            String secret = value.startsWith("Bearer ") ? value.substring("Bearer ".length()) : value;
            if (secret.length() >= MIN_SECRET && !isPublic(header.getKey())) {
                masked = masked.replace(secret, MASK);
            }
        }
        for (String secret : request.secrets()) {
            masked = masked.replace(secret, MASK);
        }
        return masked;
    }

    /** Ids that we send come back so that the two sides can talk of the same request. */
    private static boolean isPublic(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("accept") || lower.endsWith("-id");
    }

    private static List<String> prompts(GatewayRequest request) {
        List<String> prompts = new ArrayList<>();
        if (!request.hasBody()) {
            return prompts;
        }
        try {
            for (JsonNode message : Json.parse(request.body()).path("messages")) {
                JsonNode content = message.path("content");
                add(content, prompts);
                content.forEach(part -> add(part.path("text"), prompts));
            }
        } catch (JacksonException e) {
            throw new IllegalStateException("The request's body is no JSON", e);
        }
        return prompts;
    }

    private static void add(JsonNode text, List<String> prompts) {
        if (text.isTextual() && text.textValue().length() >= MIN_PROMPT) {
            String prompt = text.textValue();
            prompts.add(prompt.length() <= MAX_PROMPT ? prompt : prompt.substring(0, MAX_PROMPT));
        }
    }

    private static String withoutRuns(String said, String prompt) {
        StringBuilder kept = new StringBuilder();
        int run = Math.min(MIN_RUN, prompt.length());
        int i = 0;
        while (i < said.length()) {
            int end = i + run;
            if (end > said.length() || !prompt.contains(said.substring(i, end))) {
                kept.append(said.charAt(i++));
            } else {
                while (end < said.length() && prompt.contains(said.substring(i, end + 1))) {
                    end++;
                }
                kept.append('…');
                i = end;
            }
        }
        return kept.toString();
    }
}

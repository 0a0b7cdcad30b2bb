package io.github.llmchat.stream;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The ids of one answer's tool calls. Results go back to the model under the id of their call, so that a call without
 * one, or with that of another call, could not be answered.
 */
final class ToolCallIds {

    /** Mistral takes nine letters and digits only, OpenAI no more than 40 characters: this suits both. */
    private static final int LENGTH = 9;
    private static final String CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final Set<String> taken = new HashSet<>();

    /** Whether the id can be used: there is one, and no call before has it. */
    boolean take(String id) {
        return id != null && taken.add(id);
    }

    /** An id that is most unlikely to be found anywhere else in the conversation. */
    static String generate() {
        StringBuilder id = new StringBuilder(LENGTH);
        ThreadLocalRandom random = ThreadLocalRandom.current();
        while (id.length() < LENGTH) {
            id.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return id.toString();
    }
}

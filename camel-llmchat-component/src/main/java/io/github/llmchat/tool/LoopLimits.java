package io.github.llmchat.tool;

/**
 * Internal. How far a loop may go.
 *
 * @param maxRounds how often tools may be run and the model be asked again, 1 or more
 * @param maxTokens how many tokens all answers together may have taken when it is asked again; 0 for any number
 */
public record LoopLimits(int maxRounds, long maxTokens) {

    /** The option behind {@link #maxRounds}. */
    public static final String ROUNDS_OPTION = "maxToolIterations";
    /** The option behind {@link #maxTokens}. */
    public static final String TOKENS_OPTION = "maxAgenticTokens";
}

package io.github.llmchat.tool;

import java.util.Map;

/**
 * Internal. On whose behalf tools are called, as it was when the call of the model began. Immutable.
 *
 * @param exchangeId the caller's exchange
 * @param headers    the caller's headers; a tool sees those that its route asks for, and no others
 */
public record ToolCaller(String exchangeId, Map<String, Object> headers) {

    /** Headers may be secrets. */
    @Override
    public String toString() {
        return "ToolCaller[" + exchangeId + "]";
    }
}

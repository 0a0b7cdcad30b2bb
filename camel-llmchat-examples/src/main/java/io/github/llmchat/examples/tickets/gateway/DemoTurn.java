package io.github.llmchat.examples.tickets.gateway;

import java.util.List;

/**
 * What a {@link CallingModel} says.
 *
 * @param text  its text, may be empty
 * @param calls the tools that it wants to be called; none if the text is its answer
 */
public record DemoTurn(String text, List<Call> calls) {

    /**
     * A tool call.
     *
     * @param tool      the tool's name
     * @param arguments the arguments, a JSON object as text
     */
    public record Call(String tool, String arguments) {
    }
}

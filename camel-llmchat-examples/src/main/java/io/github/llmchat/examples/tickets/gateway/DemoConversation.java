package io.github.llmchat.examples.tickets.gateway;

import java.util.List;

/**
 * What a {@link CallingModel} is asked.
 *
 * @param model        the model's name
 * @param instructions the texts of system and developer messages
 * @param prompt       the text of the last user message, not blank
 * @param tools        the names of the tools that the request offers
 * @param results      the results of the tool calls since that message, in their order
 */
public record DemoConversation(String model, String instructions, String prompt, List<String> tools,
        List<Result> results) {

    /**
     * What became of a tool call.
     *
     * @param tool    the tool's name
     * @param content the result as the request has it
     */
    public record Result(String tool, String content) {
    }
}

package io.github.llmchat.tool;

import java.util.List;

import io.github.llmchat.error.ChatException;
import io.github.llmchat.model.ChatMessage;
import io.github.llmchat.model.ToolCall;

/** Internal. What the loop wants next. */
public sealed interface Step {

    /** Nothing: the answer is the last one. */
    record Finish() implements Step {
    }

    /** These calls are to be run; their results, in this order, go to {@link ToolLoop#results}. */
    record Run(List<ToolCall> calls) implements Step {
    }

    /** The model is to be asked again, with these messages behind those of its last request. */
    record Ask(List<ChatMessage> messages) implements Step {
    }

    /** Whoever called is to run these calls: the tools are not ours. */
    record HandOut(List<ToolCall> calls) implements Step {
    }

    /** This is the answer: the results of tools that return directly. */
    record Answer(String text) implements Step {
    }

    /** It is over. */
    record Fail(ChatException failure) implements Step {
    }
}

package io.github.llmchat.quirks;

import java.util.stream.Collectors;

import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.model.ToolCall;

import static org.assertj.core.api.Assertions.assertThat;

/** Writes what servers send, and reads what came out, in few words. JSON may be written with single quotes. */
final class ChunkJson {

    private ChunkJson() {
    }

    /** The text with double quotes in place of single ones. */
    static String json(String text) {
        return text.replace('\'', '"');
    }

    /** A chunk with this delta and no finish reason. */
    static String delta(String delta) {
        return choice("'index':0,'delta':" + delta + ",'finish_reason':null");
    }

    /** A chunk with a piece of text. */
    static String text(String text) {
        return delta("{'content':'" + text + "'}");
    }

    /** A chunk with these pieces of tool calls. */
    static String toolCalls(String... pieces) {
        return delta("{'tool_calls':[" + String.join(",", pieces) + "]}");
    }

    /** A chunk that ends the answer. */
    static String finish(String reason) {
        return choice("'index':0,'delta':{},'finish_reason':'" + reason + "'");
    }

    /** A chunk with a choice of these fields. */
    static String choice(String fields) {
        return json("{'id':'1','object':'chat.completion.chunk','created':7,'model':'m','choices':[{" + fields + "}]}");
    }

    /** A whole answer with this message. */
    static String message(String message) {
        return message(message, "stop");
    }

    /** A whole answer with this message and finish reason. */
    static String message(String message, String finishReason) {
        return json("{'id':'1','object':'chat.completion','created':7,'model':'m','choices':[{'index':0,'message':" + message
                    + ",'finish_reason':'" + finishReason + "'}]}");
    }

    /** Fails unless this is the one message of the answer, with its fields in this order. */
    static void assertMessage(ChatCompletion completion, String message) {
        assertThat(completion.choices()).hasSize(1);
        assertThat(completion.message().toJson()).isEqualTo(json(message));
    }

    /** The tool calls as {@code id name arguments}, separated by bars. */
    static String calls(ChatCompletion completion) {
        return completion.toolCalls().stream().map(ChunkJson::call).collect(Collectors.joining(" | "));
    }

    private static String call(ToolCall call) {
        return call.id() + " " + call.name() + " " + call.arguments();
    }
}

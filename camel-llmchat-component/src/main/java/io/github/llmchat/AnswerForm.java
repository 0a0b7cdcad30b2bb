package io.github.llmchat;

import java.util.Arrays;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.camel.Message;

/**
 * How one message wants its answer: the header counts, else the body's own {@code stream}, else the endpoint's option.
 *
 * @param streaming whether the answer is streamed on the wire
 * @param output    what the message body becomes
 */
record AnswerForm(boolean streaming, LlmChatOutput output) {

    /**
     * @param  request                  the body, if it is a whole request, else any object without {@code stream}
     * @throws IllegalArgumentException if a header's value is not allowed, or the wishes contradict each other
     */
    static AnswerForm of(Message message, JsonNode request, LlmChatConfiguration options) {
        LlmChatOutput wanted = output(message, options);
        if (options.getChunksTo() != null) {
            if (wanted == LlmChatOutput.stream) {
                throw new IllegalArgumentException(
                        "output=stream can't be combined with chunksTo: the chunks can be read once");
            }
            if (options.getChunksVia() != null) {
                throw new IllegalArgumentException(
                        "chunksVia can't be combined with chunksTo: the chunks can be read once");
            }
            return new AnswerForm(true, wanted == null ? LlmChatOutput.text : wanted);
        }
        if (options.getChunksVia() != null) {
            if (wanted != null && wanted != LlmChatOutput.stream) {
                throw new IllegalArgumentException(
                        "output=" + wanted + " can't be combined with chunksVia, whose result is a stream");
            }
            return new AnswerForm(true, LlmChatOutput.stream);
        }
        boolean streaming = wanted == LlmChatOutput.stream || streaming(message, request, options);
        if (wanted == null) {
            return new AnswerForm(streaming, streaming ? LlmChatOutput.stream : LlmChatOutput.text);
        }
        return new AnswerForm(streaming, wanted);
    }

    private static boolean streaming(Message message, JsonNode request, LlmChatConfiguration options) {
        Object header = header(message, LlmChatConstants.STREAMING);
        if (header != null) {
            JsonNode flag = JsonType.BOOLEAN.convert(header, false);
            if (flag == null) {
                throw refused("streaming", LlmChatConstants.STREAMING, header, JsonType.BOOLEAN.allowed());
            }
            return flag.booleanValue();
        }
        return request.hasNonNull("stream") ? request.path("stream").asBoolean() : options.isStreaming();
    }

    /** What the message body is to become; null if neither message nor endpoint says so. */
    static LlmChatOutput output(Message message, LlmChatConfiguration options) {
        Object header = header(message, LlmChatConstants.OUTPUT);
        if (header == null) {
            return options.getOutput();
        }
        return Arrays.stream(LlmChatOutput.values())
                .filter(output -> output.name().equalsIgnoreCase(header.toString()))
                .findFirst()
                .orElseThrow(() -> refused("output", LlmChatConstants.OUTPUT, header, Arrays.stream(LlmChatOutput.values())
                        .map(Enum::name).collect(Collectors.joining(", "))));
    }

    /** An empty text counts as not set, as in all request headers. */
    private static Object header(Message message, String name) {
        Object plain = ValueType.plain(message.getHeader(name));
        return "".equals(plain) ? null : plain;
    }

    private static IllegalArgumentException refused(String option, String header, Object value, String allowed) {
        return new IllegalArgumentException(
                option + " (header " + header + ") is '" + RequestField.shown(value) + "', allowed is " + allowed);
    }
}

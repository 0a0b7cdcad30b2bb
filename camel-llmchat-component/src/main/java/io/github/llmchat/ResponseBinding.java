package io.github.llmchat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.llmchat.error.IncompleteAnswerException;
import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.model.Json;
import io.github.llmchat.model.ToolCall;
import io.github.llmchat.model.Usage;
import io.github.llmchat.stream.AnswerHead;
import io.github.llmchat.stream.ChatStream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * From an answer to the exchange: the body that was asked for, and the headers. Nothing a gateway sends names a header.
 */
final class ResponseBinding {

    private static final ChatCompletion NOT_YET_KNOWN = ChatCompletion.fromTree(Json.object());

    private final LlmChatConfiguration options;
    private final Set<String> failingReasons;

    ResponseBinding(LlmChatConfiguration options) {
        this.options = options;
        String reasons = options.getFailOnFinishReason();
        this.failingReasons = reasons == null
                ? Set.of() : Arrays.stream(reasons.split(",")).map(String::strip).collect(Collectors.toUnmodifiableSet());
    }

    /** @throws IncompleteAnswerException if a choice ended for a reason that counts as failure */
    void checkFinishReasons(ChatCompletion completion, AnswerHead head) {
        completion.choices().stream()
                .map(choice -> choice.finishReason())
                .filter(reason -> reason != null && failingReasons.contains(reason))
                .findFirst()
                .ifPresent(reason -> {
                    throw IncompleteAnswerException.of(reason, head.details(), completion);
                });
    }

    /** @throws IncompleteAnswerException if a choice ended for a reason that counts as failure */
    void answer(Exchange exchange, LlmChatOutput output, ChatCompletion completion, AnswerHead head) {
        checkFinishReasons(completion, head);
        Message message = exchange.getMessage();
        consumeRequestHeaders(message);
        message.setBody(body(output, completion));
        headHeaders(message, head);
        completionHeaders(message, completion);
        if (options.isStoreFullResponse()) {
            exchange.setProperty(LlmChatConstants.RESPONSE, completion);
        }
    }

    /** The answer is still coming: what its head says is known, the rest stands in the closing chunk. */
    void stream(Exchange exchange, ChatStream chunks, AnswerHead head) {
        Message message = exchange.getMessage();
        consumeRequestHeaders(message);
        message.setBody(chunks);
        message.setHeader(LlmChatConstants.STREAM_ID, chunks.id());
        headHeaders(message, head);
        completionHeaders(message, NOT_YET_KNOWN);
    }

    private void consumeRequestHeaders(Message message) {
        if (!options.isKeepRequestHeaders()) {
            RequestBinding.removeRequestHeaders(message);
        }
    }

    private static Object body(LlmChatOutput output, ChatCompletion completion) {
        return switch (output) {
            case message -> completion.message();
            case completion -> completion;
            case json -> completion.toJson();
            case text, stream -> text(completion);
        };
    }

    private static Object text(ChatCompletion completion) {
        if (completion.choices().size() > 1) {
            return completion.texts();
        }
        List<ToolCall> toolCalls = completion.toolCalls();
        return toolCalls.isEmpty() ? completion.text() : toolCalls;
    }

    private static void headHeaders(Message message, AnswerHead head) {
        set(message, LlmChatConstants.REQUEST_ID, head.requestId());
        set(message, LlmChatConstants.HTTP_STATUS, (long) head.httpStatus());
        set(message, LlmChatConstants.RATE_LIMIT_REMAINING_REQUESTS, head.remainingRequests());
        set(message, LlmChatConstants.RATE_LIMIT_REMAINING_TOKENS, head.remainingTokens());
        set(message, LlmChatConstants.RATE_LIMIT_RESET_MILLIS, head.resetMillis());
    }

    private static void completionHeaders(Message message, ChatCompletion completion) {
        set(message, LlmChatConstants.RESPONSE_ID, completion.id());
        set(message, LlmChatConstants.RESPONSE_MODEL, completion.model());
        set(message, LlmChatConstants.FINISH_REASON, completion.finishReason());
        set(message, LlmChatConstants.SYSTEM_FINGERPRINT, completion.systemFingerprint());
        set(message, LlmChatConstants.REASONING_CONTENT, completion.reasoningContent());
        Usage usage = completion.usage();
        set(message, LlmChatConstants.PROMPT_TOKENS, usage == null ? null : usage.promptTokens());
        set(message, LlmChatConstants.COMPLETION_TOKENS, usage == null ? null : usage.completionTokens());
        set(message, LlmChatConstants.TOTAL_TOKENS, usage == null ? null : usage.totalTokens());
        set(message, LlmChatConstants.CACHED_TOKENS, usage == null ? null : usage.cachedTokens());
        set(message, LlmChatConstants.REASONING_TOKENS, usage == null ? null : usage.reasoningTokens());
    }

    /** What this answer does not say must not be left over from an earlier call in the route. */
    private static void set(Message message, String name, Object value) {
        if (value == null) {
            message.removeHeader(name);
        } else {
            message.setHeader(name, value);
        }
    }
}

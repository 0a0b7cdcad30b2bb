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
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * From an answer to the exchange: the body that was asked for, and the headers. Nothing a gateway sends names a header.
 */
final class ResponseBinding {

    private static final ChatCompletion NOT_YET_KNOWN = ChatCompletion.fromTree(Json.object());

    private final LlmChatConfiguration options;
    private final Set<String> failingReasons;
    private final TypedAnswers typedAnswers;
    private final AnswerFields answerFields;
    private final Repairs repairs;

    ResponseBinding(CamelContext context, LlmChatConfiguration options) {
        this.options = options;
        this.typedAnswers = new TypedAnswers(context);
        this.answerFields = new AnswerFields(options);
        this.repairs = new Repairs(options);
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

    /**
     * @throws IncompleteAnswerException if a choice ended for a reason that counts as failure
     * @throws TypedAnswers.Mismatch     if the answer is not of the type that was asked for; nothing was changed then
     */
    void answer(Exchange exchange, BoundRequest request, ChatCompletion completion, AnswerHead head)
            throws TypedAnswers.Mismatch {
        checkFinishReasons(completion, head);
        Object body = body(request, completion, head);
        Message message = exchange.getMessage();
        consumeRequestHeaders(message);
        message.setBody(body);
        ServedExchange.answered(exchange, body, completion);
        headHeaders(message, head, request.cache());
        completionHeaders(message, completion, request.earlier().plus(completion.usage()));
        set(message, LlmChatConstants.REPAIRS, request.answerType() == null ? null : (long) request.earlier().repairs());
        set(message, LlmChatConstants.TOOL_ITERATIONS, request.tools() == null ? null : (long) request.tools().rounds());
        handOut(exchange, request);
        answerFields.set(message, completion);
        if (options.isStoreFullResponse()) {
            exchange.setProperty(LlmChatConstants.RESPONSE, completion);
        }
    }

    /** The request that asks for a better answer; null if there is none. */
    BoundRequest repaired(BoundRequest request, ChatCompletion completion, TypedAnswers.Mismatch mismatch) {
        return repairs.next(request, completion, mismatch);
    }

    /** Whether the exchange goes on with this answer, if only to ask for a better one; if not, it fails. */
    boolean goesOnWith(BoundRequest request, ChatCompletion completion, boolean canAskAgain) {
        try {
            checkFinishReasons(completion, AnswerHead.NONE);
            if (request.answerType() != null && completion.toolCalls().isEmpty()) {
                typedAnswers.read(request.answerType(), completion);
            }
            return true;
        } catch (TypedAnswers.Mismatch e) {
            return canAskAgain && repaired(request, completion, e) != null;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** The whole answer of a stream whose chunks the route itself reads. */
    void checkStreamed(BoundRequest request, ChatCompletion completion, AnswerHead head) {
        checkFinishReasons(completion, head);
        if (request.answerType() != null && completion.toolCalls().isEmpty()) {
            try {
                typedAnswers.read(request.answerType(), completion);
            } catch (TypedAnswers.Mismatch e) {
                throw e.toException(0, head.details(), completion);
            }
        }
    }

    /** What is needed to send the results of tools back that only whoever gets the answer can run. */
    void handOut(Exchange exchange, BoundRequest request) {
        if (request.tools() != null && !request.tools().handedOut().isEmpty()) {
            exchange.setProperty(LlmChatConstants.CONVERSATION, request.tools().messages());
        } else {
            exchange.removeProperty(LlmChatConstants.CONVERSATION);
        }
    }

    /** The answer is still coming: what its head says is known, the rest stands in the closing chunk. */
    void stream(Exchange exchange, BoundRequest request, ChatStream chunks, AnswerHead head) {
        Message message = exchange.getMessage();
        consumeRequestHeaders(message);
        message.setBody(chunks);
        message.setHeader(LlmChatConstants.STREAM_ID, chunks.id());
        headHeaders(message, head, request.cache());
        noCompletionYet(message);
    }

    /** An answer that is no completion. */
    void document(Exchange exchange, Object body, AnswerHead head) {
        Message message = exchange.getMessage();
        consumeRequestHeaders(message);
        message.setBody(body);
        headHeaders(message, head, null);
        noCompletionYet(message);
    }

    private void noCompletionYet(Message message) {
        completionHeaders(message, NOT_YET_KNOWN, null);
        answerFields.set(message, NOT_YET_KNOWN);
        message.removeHeader(LlmChatConstants.REPAIRS);
        message.removeHeader(LlmChatConstants.TOOL_ITERATIONS);
    }

    private void consumeRequestHeaders(Message message) {
        if (!options.isKeepRequestHeaders()) {
            RequestBinding.removeRequestHeaders(message);
        }
    }

    private Object body(BoundRequest request, ChatCompletion completion, AnswerHead head) throws TypedAnswers.Mismatch {
        List<ToolCall> toolCalls = request.tools() == null ? completion.toolCalls() : request.tools().handedOut();
        boolean typed = request.answerType() != null && toolCalls.isEmpty();
        Object value = typed ? typedAnswers.read(request.answerType(), completion) : null;
        return switch (request.output()) {
            case message -> completion.message();
            case completion -> completion;
            case json -> completion.toJson();
            case audio -> SpokenAnswer.of(completion, head);
            case text, stream -> typed ? value : toolCalls.isEmpty() ? texts(completion) : toolCalls;
        };
    }

    private static Object texts(ChatCompletion completion) {
        List<String> texts = completion.choices().stream().map(choice -> SpokenAnswer.text(choice.message())).toList();
        return texts.size() == 1 ? texts.get(0) : texts.isEmpty() ? completion.text() : texts;
    }

    private static void headHeaders(Message message, AnswerHead head, CacheUse cache) {
        set(message, LlmChatConstants.CACHE_HIT, cache == null ? null : cache.nothingPaid());
        set(message, LlmChatConstants.REQUEST_ID, head.requestId());
        set(message, LlmChatConstants.HTTP_STATUS, (long) head.httpStatus());
        set(message, LlmChatConstants.RATE_LIMIT_REMAINING_REQUESTS, head.remainingRequests());
        set(message, LlmChatConstants.RATE_LIMIT_REMAINING_TOKENS, head.remainingTokens());
        set(message, LlmChatConstants.RATE_LIMIT_RESET_MILLIS, head.resetMillis());
    }

    static void completionHeaders(Message message, ChatCompletion completion, Usage usage) {
        set(message, LlmChatConstants.RESPONSE_ID, completion.id());
        set(message, LlmChatConstants.RESPONSE_MODEL, completion.model());
        set(message, LlmChatConstants.FINISH_REASON, completion.finishReason());
        set(message, LlmChatConstants.SYSTEM_FINGERPRINT, completion.systemFingerprint());
        set(message, LlmChatConstants.REASONING_CONTENT, completion.reasoningContent());
        set(message, LlmChatConstants.REFUSAL, completion.message().refusal());
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

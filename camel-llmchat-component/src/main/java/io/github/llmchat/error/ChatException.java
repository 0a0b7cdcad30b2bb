package io.github.llmchat.error;

import java.time.Duration;
import java.util.List;

import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.model.ChatMessage;

/**
 * Why a call of a model failed. The subclasses are meant for {@code onException}: one each for what a route may want to
 * treat differently. Neither the message nor what {@link #details()} holds contains a key or the text of a prompt.
 * Immutable, but for what {@link Throwable} lets change.
 */
public abstract sealed class ChatException extends RuntimeException
        permits BadRequestException, AuthenticationException, PermissionException, ModelNotFoundException, QuotaException,
        RateLimitException, ServerException, ConnectionException, ChatTimeoutException, LimitException, StreamException,
        IncompleteAnswerException, OutputSchemaException, ToolException {

    /** @serial what the gateway said */
    private final ErrorDetails details;
    // a document is no part of the serialised form: Camel serialises exceptions only to show them elsewhere
    private final transient ChatCompletion partialCompletion;
    private transient volatile List<ChatMessage> conversation;

    ChatException(String message, ErrorDetails details, ChatCompletion partialCompletion, Throwable cause) {
        super(message, cause);
        this.details = details == null ? ErrorDetails.NONE : details;
        this.partialCompletion = partialCompletion;
    }

    /**
     * The kind of failure as Camel's own AI components name it in the exchange property {@code CamelAiErrorCategory}.
     *
     * @return {@code RATE_LIMIT}, {@code SERVER_ERROR}, {@code AUTH}, {@code VALIDATION} or {@code UNKNOWN}
     */
    public abstract String category();

    /**
     * What the gateway said.
     *
     * @return the details, never {@code null}
     */
    public ErrorDetails details() {
        return details;
    }

    /**
     * The HTTP status of the answer.
     *
     * @return the status, or 0 when no answer was had
     */
    public int httpStatus() {
        return details.httpStatus();
    }

    /**
     * The {@code type} of the gateway's error object.
     *
     * @return the type, or {@code null}
     */
    public String type() {
        return details.type();
    }

    /**
     * The {@code code} of the gateway's error object, as text also where it was sent as a number.
     *
     * @return the code, or {@code null}
     */
    public String code() {
        return details.code();
    }

    /**
     * The request field that the gateway blames.
     *
     * @return the field, or {@code null}
     */
    public String param() {
        return details.param();
    }

    /**
     * The id under which the gateway's operators find the request.
     *
     * @return the id, or {@code null}
     */
    public String requestId() {
        return details.requestId();
    }

    /**
     * How long the gateway asked to wait.
     *
     * @return the time, or {@code null} if it did not say
     */
    public Duration retryAfter() {
        return details.retryAfter();
    }

    /**
     * The URL that was called, without user information and query.
     *
     * @return the URL, or {@code null}
     */
    public String url() {
        return details.url();
    }

    /**
     * What was received of the answer before the call failed.
     *
     * @return the completion so far; {@code null} unless an answer had begun
     */
    public ChatCompletion partialCompletion() {
        return partialCompletion;
    }

    /**
     * The conversation so far, if tools had been called when the call failed: what was asked, what the model answered
     * and the results of the tools. What the model costs to say again is not lost with the exception: the conversation
     * may be the body of a further call.
     *
     * @return the messages, empty if no tool had been called
     */
    public List<ChatMessage> conversation() {
        List<ChatMessage> messages = conversation;
        return messages == null ? List.of() : messages;
    }

    /**
     * Adds the conversation so far. Internal: the loop of tools calls it.
     *
     * @param messages the messages
     */
    public void setConversation(List<ChatMessage> messages) {
        conversation = List.copyOf(messages);
    }
}

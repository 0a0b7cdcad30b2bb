package io.github.llmchat.model;

import java.util.Comparator;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A whole answer: as a gateway sent it, or put together from the chunks of a stream. Immutable.
 */
public final class ChatCompletion extends JsonView {

    private static final long FIRST_MILLIS = 100_000_000_000L;

    /** The document as it came; null if there is none, or if more was done than to read it. */
    private final String received;
    private final List<ChatMessage> toolMessages;
    /** Made when first asked for; whoever makes it twice makes the same. */
    private List<Choice> choices;

    private ChatCompletion(ObjectNode tree) {
        this(tree, null, List.of());
    }

    private ChatCompletion(ObjectNode tree, String received, List<ChatMessage> toolMessages) {
        super(tree);
        this.received = received;
        this.toolMessages = toolMessages;
    }

    /**
     * The completion that a tree is. Internal: answers call it.
     *
     * @param  tree the completion's own from now on
     * @return      the completion
     */
    public static ChatCompletion of(ObjectNode tree) {
        return new ChatCompletion(tree);
    }

    /**
     * The same completion, whose {@link #toJson()} is the document as it came. Internal: answers call it.
     *
     * @param  json the document
     * @return      the completion
     */
    public ChatCompletion asReceived(String json) {
        return new ChatCompletion(tree(), json, toolMessages);
    }

    /**
     * The same completion as the end of several rounds. Internal: the loop of tools calls it.
     *
     * @param  messages what was said between the request and this answer
     * @param  total    what all rounds took, or {@code null} if no gateway said so
     * @return          the completion, whose {@link #toJson()} has the usage of all rounds
     */
    public ChatCompletion afterTools(List<ChatMessage> messages, Usage total) {
        ObjectNode all = Fields.shallowCopy(tree());
        if (total != null) {
            all.set("usage", total.tree());
        }
        return new ChatCompletion(all, null, List.copyOf(messages));
    }

    /**
     * What was said between the request and this answer: the model's messages that asked for tools, each with the
     * tools' results behind it. No part of the JSON.
     *
     * @return the messages in their order, empty if no tool was run
     */
    public List<ChatMessage> toolMessages() {
        return toolMessages;
    }

    /**
     * The whole document.
     *
     * @return the JSON as it was received, to the byte; that of an answer put together from a stream, rewritten by
     *         {@code stripThinking}, or given after tools were run, is written anew
     */
    @Override
    public String toJson() {
        return received == null ? super.toJson() : received;
    }

    /**
     * The completion that a JSON text is.
     *
     * @param  json                     an object in UTF-8
     * @return                          the completion
     * @throws IllegalArgumentException if the text is no JSON object
     */
    public static ChatCompletion fromJson(byte[] json) {
        return new ChatCompletion(Fields.requireObject("A completion", Json.parseArgument("A completion", json)));
    }

    /**
     * The completion that a JSON text is.
     *
     * @param  json                     an object
     * @return                          the completion
     * @throws IllegalArgumentException if the text is no JSON object
     */
    public static ChatCompletion fromJson(String json) {
        return new ChatCompletion(Fields.requireObject("A completion", Json.parseArgument("A completion", json)));
    }

    /**
     * The completion that a tree is.
     *
     * @param  tree                     an object; it is copied
     * @return                          the completion
     * @throws IllegalArgumentException if the tree is no object
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ChatCompletion fromTree(JsonNode tree) {
        return new ChatCompletion(Fields.requireObject("A completion", tree).deepCopy());
    }

    /**
     * The gateway's id for the answer.
     *
     * @return the id, or {@code null}
     */
    public String id() {
        return Fields.text(tree(), "id");
    }

    /**
     * The model that answered, which need not be the one that was asked for.
     *
     * @return the model, or {@code null}
     */
    public String model() {
        return Fields.string(tree(), "model");
    }

    /**
     * When the answer was made. Servers that count in milliseconds are told by the size of the number.
     *
     * @return seconds since 1970, or {@code null}
     */
    public Long created() {
        Long created = Fields.number(tree(), "created");
        return created != null && created > FIRST_MILLIS ? Long.valueOf(created / 1000) : created;
    }

    /**
     * What the gateway gives to tell apart the set-ups that it answers from.
     *
     * @return the fingerprint, or {@code null}
     */
    public String systemFingerprint() {
        return Fields.string(tree(), "system_fingerprint");
    }

    /**
     * The tier in which the provider processed the request, which need not be the one that was asked for.
     *
     * @return the tier, or {@code null}
     */
    public String serviceTier() {
        return Fields.string(tree(), "service_tier");
    }

    /**
     * The answers.
     *
     * @return the answers in the order of their index, which need not be that in which they were sent; empty if there
     *         are none
     */
    public List<Choice> choices() {
        List<Choice> known = choices;
        if (known == null) {
            known = Fields.objects(tree(), "choices", Choice::new).stream().sorted(Comparator.comparingInt(Choice::index))
                    .toList();
            choices = known;
        }
        return known;
    }

    /**
     * The text of the first answer.
     *
     * @return the text, "" if there is none
     */
    public String text() {
        return message().content();
    }

    /**
     * The texts of all answers.
     *
     * @return one text for each answer, "" for one without
     */
    public List<String> texts() {
        return choices().stream().map(choice -> choice.message().content()).toList();
    }

    /**
     * The message of the first answer.
     *
     * @return the message, an empty one of the assistant if there is none
     */
    public ChatMessage message() {
        return choices().isEmpty() ? ChatMessage.assistant("") : choices().get(0).message();
    }

    /**
     * What the model thought before its first answer.
     *
     * @return the reasoning, or {@code null}
     */
    public String reasoningContent() {
        return message().reasoningContent();
    }

    /**
     * Why the first answer ended.
     *
     * @return {@code stop}, {@code length}, {@code tool_calls}, {@code content_filter} or any other word that the
     *         server sent, or {@code null}
     */
    public String finishReason() {
        return choices().isEmpty() ? null : choices().get(0).finishReason();
    }

    /**
     * The tools that the first answer wants to have called.
     *
     * @return the calls in the model's order, empty if there are none
     */
    public List<ToolCall> toolCalls() {
        return message().toolCalls();
    }

    /**
     * What the call took; if tools were run, all its rounds together.
     *
     * @return the usage, or {@code null} if the gateway sent none
     */
    public Usage usage() {
        return Usage.find(tree());
    }

    /** Describes the completion without its text. */
    @Override
    public String toString() {
        return "ChatCompletion[id=" + id() + ", model=" + model() + ", finishReason=" + finishReason() + ", "
               + text().length() + " characters]";
    }
}

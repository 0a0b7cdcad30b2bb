package io.github.llmchat.model;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One chunk of a streamed answer. It keeps the bytes that it came in; what is asked most is read from them at once, the
 * tree is built when something else is asked for. A stream ends with one more chunk, the closing one, which has no text
 * of its own and carries the whole answer. Immutable.
 */
public final class ChatChunk extends JsonView {

    private final byte[] data;
    private final int index;
    private final ChunkFacts facts;
    private final ChatCompletion completion;
    private final byte[] audioData;
    private final boolean toolRound;
    private volatile ObjectNode builtTree;

    private ChatChunk(byte[] data, int index, ChunkFacts facts, ObjectNode tree, ChatCompletion completion,
                      byte[] audioData, boolean toolRound) {
        super(null);
        this.toolRound = toolRound;
        this.audioData = audioData;
        this.data = data;
        this.index = index;
        this.facts = facts;
        this.builtTree = tree;
        this.completion = completion;
    }

    /**
     * Reads a chunk that has none before it. Internal: streams have a {@link ChunkReader}.
     *
     * @param  json             a JSON object in UTF-8; the array is kept and must not be changed afterwards
     * @param  index            the chunk's number in its stream, from 0
     * @return                  the chunk
     * @throws JacksonException if it is no JSON object; the message holds nothing of the text
     */
    public static ChatChunk read(byte[] json, int index) throws JacksonException {
        return ChunkReader.parse(json, index, null);
    }

    /** @param tree the chunk's, or {@code null} if it has not been needed yet */
    static ChatChunk of(byte[] json, int index, ChunkFacts facts, ObjectNode tree) {
        return new ChatChunk(json, index, facts, tree, null, null, false);
    }

    ChunkFacts facts() {
        return facts;
    }

    /**
     * The chunk that closes a stream. Internal: streams call it.
     *
     * @param  completion the whole answer
     * @param  index      the chunk's number in its stream
     * @return            the chunk
     */
    public static ChatChunk closing(ChatCompletion completion, int index) {
        return new ChatChunk(null, index, ChunkFacts.closing(completion), null, completion, null, false);
    }

    /** The same chunk with the bytes of its sound. Internal: streams call it. */
    public ChatChunk withAudioData(byte[] bytes) {
        return new ChatChunk(data, index, facts, builtTree, completion, bytes, false);
    }

    /** The same chunk, known to be about tools that are run before the stream goes on. Internal: streams call it. */
    public ChatChunk ofToolRound() {
        return new ChatChunk(data, index, facts, builtTree, completion, audioData, true);
    }

    /**
     * Whether the chunk has nothing but a piece of a tool call that is run before the stream goes on, or the end of the
     * answer that asked for it. Who shows or forwards a stream may pass it over; clients that were forwarded it would
     * take the call for theirs.
     *
     * @return whether it is of no interest to whoever reads the answer
     */
    public boolean isToolRound() {
        return toolRound;
    }

    /** The same closing chunk with this as the whole answer. Internal: streams of several rounds call it. */
    public ChatChunk withCompletion(ChatCompletion whole) {
        return new ChatChunk(data, index, ChunkFacts.closing(whole), null, whole, audioData, false);
    }

    /**
     * The same chunk with another text: that of its first choice is replaced, everything else stays.
     *
     * @param  text the text, "" for none
     * @return      the chunk; the closing chunk, which has no text, becomes a chunk that has nothing but this one
     */
    public ChatChunk withContent(String text) {
        if (text.equals(content()) && !last()) {
            return this;
        }
        ObjectNode copy = last() ? ChunkText.after(completion) : tree().deepCopy();
        return ChunkText.of(copy, text, index);
    }

    @Override
    ObjectNode tree() {
        if (completion != null) {
            return completion.tree();
        }
        ObjectNode tree = builtTree;
        if (tree == null) {
            try {
                tree = (ObjectNode) Json.parse(data);
            } catch (JacksonException e) {
                throw new UncheckedIOException(e);
            }
            builtTree = tree;
        }
        return tree;
    }

    static ObjectNode firstChoice(ObjectNode tree) {
        List<ObjectNode> choices = Fields.objects(tree, "choices", choice -> choice);
        return choices.isEmpty() ? Json.object() : choices.get(0);
    }

    /** {@return the chunk's number in its stream, from 0} */
    public int index() {
        return index;
    }

    /** {@return whether this is the closing chunk} */
    public boolean last() {
        return completion != null;
    }

    /** {@return the whole answer in the closing chunk, {@code null} in every other} */
    public ChatCompletion completion() {
        return completion;
    }

    /**
     * The number of the answer that the chunk adds to; of the first, if there are several in the chunk.
     *
     * @return the number, from 0; 0 if none was sent
     */
    public int choiceIndex() {
        return facts.choiceIndex;
    }

    /** {@return the next piece of text, "" if there is none} */
    public String content() {
        return facts.delta.content();
    }

    /** {@return the next piece of reasoning, under whichever name it came, or {@code null}} */
    public String reasoningContent() {
        return facts.delta.reasoning();
    }

    /**
     * The name of the field that the reasoning came in.
     *
     * @return {@code reasoning_content} or {@code reasoning}, or {@code null} if it came in neither
     */
    public String reasoningField() {
        return facts.delta.reasoningField();
    }

    /**
     * The next piece of sound and of its transcript.
     *
     * @return the piece, or {@code null} if there is none, and in the closing chunk
     */
    public Audio audio() {
        ObjectNode audio = last() || isPlain() ? null : Fields.object(firstChoice(tree()).path("delta"), "audio");
        return audio == null ? null : new Audio(audio);
    }

    /**
     * The next bytes of sound. All of a stream's, one after the other, are the whole; the closing chunk has some only
     * if the gateway left out the padding of its Base64.
     *
     * @return a copy of the bytes, none if there is no sound in the chunk
     */
    public byte[] audioData() {
        return audioData == null ? new byte[0] : audioData.clone();
    }

    /** {@return the role, or {@code null}; servers send it once, in every chunk, or never} */
    public String role() {
        return facts.delta.role();
    }

    /**
     * Why the answer ended. It may come with the last piece of text, and more chunks may follow it.
     *
     * @return the reason, or {@code null}; in the closing chunk that of the whole answer
     */
    public String finishReason() {
        return facts.finishReason;
    }

    /** {@return the next pieces of tool calls, empty if there are none} */
    public List<ToolCallDelta> toolCallDeltas() {
        return facts.delta.toolCalls() ? new ChoiceDelta(firstChoice(tree())).toolCallDeltas() : List.of();
    }

    /**
     * What the call took so far. Some servers send it once, near the end, some with every chunk.
     *
     * @return the usage, or {@code null}; in the closing chunk that of the whole answer
     */
    public Usage usage() {
        return facts.usage() ? Usage.find(tree()) : null;
    }

    /** {@return the gateway's id for the answer, or {@code null}} */
    public String id() {
        return facts.id;
    }

    /** {@return the model that answers, or {@code null}} */
    public String model() {
        return facts.model;
    }

    /**
     * What the chunk adds to each of the answers in it.
     *
     * @return one element for each choice in the chunk; empty if it has none, and in the closing chunk
     */
    public List<ChoiceDelta> choices() {
        return last() ? List.of() : Fields.objects(tree(), "choices", ChoiceDelta::new);
    }

    /**
     * The chunk as it was received.
     *
     * @return the JSON; in the closing chunk that of the completion
     */
    public String data() {
        return data == null ? completion.toJson() : new String(data, StandardCharsets.UTF_8);
    }

    /**
     * The chunk as it was received.
     *
     * @return a copy of the bytes; in the closing chunk the JSON of the completion in UTF-8
     */
    public byte[] dataBytes() {
        return data == null ? Json.bytes(tree()) : data.clone();
    }

    /** The same as {@link #data()}. */
    @Override
    public String toJson() {
        return data();
    }

    /**
     * Whether there is no more to the chunk than a piece of one answer's text or reasoning: no second choice, no tool
     * call, no finish reason, no usage, no error. Internal: it tells streams that they need not build the tree.
     *
     * @return whether role, content and reasoning are all there is
     */
    public boolean isPlain() {
        return facts.plain();
    }

    /** {@return whether there is a field {@code choices}} Internal: streams tell by it what is no chunk. */
    public boolean hasChoicesKey() {
        return facts.choicesKey;
    }

    /** {@return whether {@link #usage()} gives something} Internal. */
    public boolean hasUsage() {
        return facts.usage();
    }

    /** {@return whether the chunk says that the call failed} Internal: {@link ApiError#fromTree} tells more. */
    public boolean hasError() {
        return facts.error();
    }

    /** Describes the chunk without its text. */
    @Override
    public String toString() {
        return "ChatChunk[index=" + index + ", choiceIndex=" + choiceIndex() + ", finishReason=" + finishReason() + ", "
               + (last() ? "closing" : content().length() + " characters") + "]";
    }
}

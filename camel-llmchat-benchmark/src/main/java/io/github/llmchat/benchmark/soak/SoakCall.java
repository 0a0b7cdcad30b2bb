package io.github.llmchat.benchmark.soak;

import java.util.function.Predicate;

import io.github.llmchat.benchmark.ChunkTaker;
import io.github.llmchat.benchmark.gateway.LoadText;
import io.github.llmchat.benchmark.gateway.Prompt;
import io.github.llmchat.model.ChatChunk;

/** One call, and whether what came of it is what was to come. */
final class SoakCall implements ChunkTaker {

    private static final int CANCELLED_AT = 3;

    private final Prompt prompt;
    private final boolean toBeCancelled;
    private final Predicate<String> cancelStream;
    private int next;
    private boolean complete;
    private volatile boolean cancelled;
    private boolean wrong;

    /**
     * @param toBeCancelled whether it is to be cancelled on its way, if it gets that far
     * @param cancelStream  cancels a stream by its id, if it still runs
     */
    SoakCall(Prompt prompt, boolean toBeCancelled, Predicate<String> cancelStream) {
        this.prompt = prompt;
        this.toBeCancelled = toBeCancelled;
        this.cancelStream = cancelStream;
    }

    @Override
    public void take(ChatChunk chunk, String streamId) {
        if (chunk.last()) {
            takeAll(chunk.completion().text());
            return;
        }
        if (!chunk.content().isEmpty()) {
            wrong |= !LoadText.piece(prompt.number(), next++).equals(chunk.content());
        }
        if (toBeCancelled && next == CANCELLED_AT && !cancelled) {
            // before it is done: the call may end on another thread meanwhile
            cancelled = true;
            if (!cancelStream.test(streamId)) {
                cancelled = false;
            }
        }
    }

    void takeAll(String text) {
        wrong |= complete || !LoadText.whole(prompt.number(), prompt.chunks()).equals(text);
        complete = true;
    }

    /** How it ended, in a word. */
    String outcome(Exception failure) {
        if (wrong) {
            return "wrong text";
        }
        if (failure != null) {
            return failure.getClass().getSimpleName();
        }
        return complete ? "complete" : "incomplete";
    }

    /** What it was to be, in a word or two. */
    String kind() {
        return prompt.fault() + (cancelled ? ", cancelled" : "");
    }

    boolean expected(String outcome) {
        if (cancelled) {
            return "StreamCancelledException".equals(outcome);
        }
        return switch (prompt.fault()) {
            case NONE, SLOW, BUSY -> "complete".equals(outcome);
            case CUT, RESET -> "StreamTruncatedException".equals(outcome) || "ConnectionException".equals(outcome);
            case MUTE, STALL -> "ChatTimeoutException".equals(outcome);
            case DOWN -> "ServerException".equals(outcome);
            case MALFORMED -> "StreamErrorException".equals(outcome) || "ServerException".equals(outcome);
        };
    }
}

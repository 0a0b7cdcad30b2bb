package io.github.llmchat;

import java.util.concurrent.Executor;

import io.github.llmchat.error.ChatException;
import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.model.Json;
import io.github.llmchat.stream.AnswerHead;
import io.github.llmchat.stream.ChunkStream;
import io.github.llmchat.stream.StreamRounds;

/** All answers that an exchange gets, in one stream. */
final class StreamFlow implements Flow, StreamRounds {

    private final ChatCalls calls;
    private final BoundRequest first;
    private final ToolConversation tools;
    private final Executor executor;
    private ChunkStream stream;
    // the reader's own
    private boolean calling;
    /** An answer that is to be kept before the stream goes on; the reader's own. */
    private ChatCompletion toKeep;
    /** What comes next is no answer of a gateway's, or one that has been here before. */
    private volatile boolean known;

    /** @param executor where the reader is told of a failure */
    StreamFlow(ChatCalls calls, BoundRequest request, Executor executor) {
        this.calls = calls;
        this.first = request;
        this.tools = request.tools();
        this.executor = executor;
    }

    /** Sends the first request. */
    void begin(ChunkStream into) {
        stream = into;
        send(first);
    }

    private void send(BoundRequest request) {
        if (tools != null) {
            tools.asks(request, this);
        }
        calls.send(stream, request, stream);
    }

    @Override
    public ChatCompletion answered(ChatCompletion answer, AnswerHead head) {
        if (known) {
            known = false;
            return goesOnWith(answer);
        }
        calls.settle(first.last(), answer, head);
        if (calls.cache().keeps(first.last(), answer, head)) {
            toKeep = answer;
            return null;
        }
        return goesOnWith(answer);
    }

    private ChatCompletion goesOnWith(ChatCompletion answer) {
        return tools == null ? answer : tools.answered(answer);
    }

    @Override
    public boolean isAboutTools(ChatChunk chunk) {
        if (tools == null || !tools.runsAll()) {
            return false;
        }
        calling |= !chunk.toolCallDeltas().isEmpty();
        return calling && chunk.content().isEmpty() && chunk.reasoningContent() == null && chunk.audio() == null;
    }

    @Override
    public void next() {
        calling = false;
        ChatCompletion answer = toKeep;
        toKeep = null;
        if (answer == null) {
            tools.next();
        } else {
            calls.cache().keep(first.last(), answer, () -> end(answer));
        }
    }

    @Override
    public void failing(ChatException failure) {
        if (tools != null) {
            tools.failing(failure);
        }
    }

    @Override
    public void abandon() {
        if (tools != null) {
            tools.abandon();
        }
    }

    @Override
    public void ask(BoundRequest next) {
        send(next);
    }

    @Override
    public void answer(ChatCompletion direct) {
        known = true;
        stream.body(Json.bytes(direct.copyOfTree()));
    }

    @Override
    public void end(ChatCompletion answer) {
        known = true;
        stream.known(answer);
    }

    @Override
    public void fail(ChatException failure) {
        stream.end(failure, executor);
    }
}

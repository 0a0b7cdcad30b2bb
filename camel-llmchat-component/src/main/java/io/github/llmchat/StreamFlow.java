package io.github.llmchat;

import java.util.concurrent.Executor;

import io.github.llmchat.error.ChatException;
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
    /** An answer that is to be kept before the stream goes on; the reader's own. */
    private ChatCompletion toKeep;

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
        calls.settle(first.last(), answer, head);
        if (calls.cache().keeps(first.last(), answer, head)) {
            toKeep = answer;
            return null;
        }
        return tools == null ? answer : tools.answered(answer);
    }

    @Override
    public void next() {
        ChatCompletion answer = toKeep;
        toKeep = null;
        if (answer == null) {
            tools.next();
        } else {
            calls.cache().keep(first.last(), answer, () -> kept(answer));
        }
    }

    private void kept(ChatCompletion answer) {
        try {
            ChatCompletion whole = tools == null ? answer : tools.answered(answer);
            if (whole == null) {
                tools.next();
            } else {
                stream.known(whole);
            }
        } catch (ChatException e) {
            stream.end(e, executor);
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
        stream.body(Json.bytes(direct.copyOfTree()));
    }

    @Override
    public void end(ChatCompletion answer) {
        stream.known(answer);
    }

    @Override
    public void fail(ChatException failure) {
        stream.end(failure, executor);
    }
}

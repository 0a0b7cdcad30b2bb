package io.github.llmchat;

import java.util.concurrent.Executor;

import io.github.llmchat.error.ChatException;
import io.github.llmchat.error.ErrorDetails;
import io.github.llmchat.error.StreamCancelledException;
import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.stream.AnswerHead;
import io.github.llmchat.stream.OpenCall;
import io.github.llmchat.stream.WholeAnswer;
import org.apache.camel.Exchange;

/**
 * All answers that an exchange gets, each of them whole. While tools run, or an answer is put into the cache, it is a
 * call of its own: it is counted, and can be cancelled.
 */
final class WholeFlow implements Flow, OpenCall {

    private final ChatCalls chat;
    private final ProducerCalls calls;
    private final Exchange exchange;
    private final Outcome outcome;
    private final boolean stripThinking;
    private final String id;
    private volatile PlainCall current;
    private volatile boolean cancelled;
    private volatile ToolConversation tools;
    private volatile AnswerHead head = AnswerHead.NONE;

    WholeFlow(ChatCalls chat, ProducerCalls calls, Exchange exchange, Outcome outcome, boolean stripThinking) {
        this.chat = chat;
        this.calls = calls;
        this.exchange = exchange;
        this.outcome = outcome;
        this.stripThinking = stripThinking;
        this.id = calls.newId();
    }

    @Override
    public void ask(BoundRequest request) {
        tools = request.tools();
        if (tools != null) {
            tools.asks(request, this);
        }
        PlainCall call = new PlainCall(
                calls.newId(), calls.threads(), calls::ended,
                (body, answerHead) -> {
                    head = answerHead;
                    ChatCompletion answer = WholeAnswer.read(body, answerHead, stripThinking && !answerHead.cached());
                    chat.settle(request, answer, answerHead);
                    received(request, answer);
                }, outcome::failed);
        calls.ended(id);
        current = call;
        if (cancelled) {
            return;
        }
        calls.calledBy(exchange, call);
        chat.send(call, request, call);
    }

    private void received(BoundRequest request, ChatCompletion answer) {
        if (!chat.cache().keeps(request, answer, head)) {
            answered(answer);
            return;
        }
        waitsForAnother();
        chat.cache().keep(request, answer, () -> {
            calls.ended(id);
            kept(answer);
        });
    }

    private void kept(ChatCompletion answer) {
        if (cancelled) {
            return;
        }
        try {
            answered(answer);
        } catch (RuntimeException e) {
            outcome.failed(e);
        }
    }

    /** There is no request of which it could be cancelled. */
    private void waitsForAnother() {
        current = null;
        calls.waits(this);
        calls.calledBy(exchange, this);
        if (cancelled) {
            calls.ended(id);
        }
    }

    private void answered(ChatCompletion answer) {
        ChatCompletion whole = tools == null ? answer : tools.answered(answer);
        if (whole != null) {
            outcome.answered(whole, head);
            return;
        }
        waitsForAnother();
        tools.next();
    }

    @Override
    public void answer(ChatCompletion direct) {
        calls.ended(id);
        answered(direct);
    }

    @Override
    public void end(ChatCompletion answer) {
        calls.ended(id);
        answered(answer);
    }

    @Override
    public void fail(ChatException failure) {
        calls.ended(id);
        outcome.failed(failure);
        cancelCurrent(failure);
    }

    private void cancelCurrent(Throwable cause) {
        cancelled = true;
        PlainCall running = current;
        if (running != null) {
            running.cancel("its exchange has ended", cause, Runnable::run);
        }
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public boolean streaming() {
        return false;
    }

    @Override
    public int buffered() {
        return 0;
    }

    @Override
    public boolean cancel(String why, Throwable cause, Executor reactOn) {
        cancelled = true;
        if (tools != null) {
            tools.abandon();
        }
        calls.ended(id);
        reactOn.execute(() -> outcome.failed(
                new StreamCancelledException("The call was cancelled: " + why, ErrorDetails.NONE, null, cause)));
        // the tools may have been through a moment ago
        cancelCurrent(cause);
        return true;
    }
}

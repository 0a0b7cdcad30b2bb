package io.github.llmchat.stream;

import java.util.concurrent.Executor;

import io.github.llmchat.error.ChatException;
import io.github.llmchat.error.ErrorDetails;
import io.github.llmchat.error.StreamCancelledException;
import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.sse.SseEvent;

/**
 * Internal. One streamed answer between the transport, which puts events in, and one reader, which takes chunks out.
 * The buffer is bounded: when the reader is {@code capacity} events behind, {@link #hasRoom()} says no, and the
 * transport reads on only when half of them are gone. Events wait as they came; they are parsed on the reader's thread.
 */
public final class ChunkStream implements AnswerReceiver, OpenCall {

    private final String id;
    private final StreamAnswers answers;
    private final Runnable onEnd;
    private final Object lock = new Object();
    // guarded by lock
    private final EventBuffer events;
    private ChatException cancelled;
    private ChunkListener listener;
    private boolean over;
    private volatile ChunkSource source;

    /**
     * @param id            the stream's id
     * @param capacity      events that may wait, 1 or more
     * @param splitThinking whether thinking inside the text is taken out of it
     * @param rounds        decides when an answer ends whether the stream goes on with another
     * @param onEnd         called once, when the reader is through with the stream or the stream was cancelled
     */
    public ChunkStream(String id, int capacity, boolean splitThinking, StreamRounds rounds, Runnable onEnd) {
        this.id = id;
        this.answers = new StreamAnswers(splitThinking, rounds);
        this.events = new EventBuffer(capacity);
        this.onEnd = onEnd;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public void source(ChunkSource source) {
        boolean late;
        synchronized (lock) {
            this.source = source;
            late = cancelled != null;
        }
        if (late) {
            source.abort();
        }
    }

    /** The head of the last answer; null until one has come. */
    public AnswerHead answerHead() {
        return answers.head();
    }

    /** Who is told from now on. If there is something to read already, it is told at once, on this thread. */
    void listener(ChunkListener newListener) {
        ChatException cause;
        boolean readable;
        synchronized (lock) {
            listener = newListener;
            cause = cancelled;
            readable = events.isReadable();
        }
        if (cause != null) {
            newListener.cancelled(cause, Runnable::run);
        } else if (readable) {
            newListener.readable();
        }
    }

    @Override
    public void head(AnswerHead answerHead) {
        answers.head(answerHead);
    }

    @Override
    public void event(SseEvent event) {
        synchronized (lock) {
            if (cancelled == null) {
                events.add(event);
            }
        }
    }

    @Override
    public void flush() {
        ChunkListener toTell;
        synchronized (lock) {
            toTell = listener;
        }
        if (toTell != null) {
            toTell.readable();
        }
    }

    @Override
    public boolean hasRoom() {
        synchronized (lock) {
            return events.hasRoom();
        }
    }

    @Override
    public void streamEnd(SseEvent unfinished) {
        answers.unfinished(unfinished);
        inputEnded(null);
    }

    @Override
    public void body(byte[] body) {
        answers.wholeBody(body);
        inputEnded(null);
    }

    @Override
    public void failed(AnswerFailure why) {
        inputEnded(why);
    }

    private void inputEnded(AnswerFailure why) {
        synchronized (lock) {
            if (!events.end(why)) {
                return;
            }
        }
        flush();
    }

    /**
     * The next chunk, or null if none is there yet; for the one reader. The last one is the closing chunk; whoever has
     * got it says by {@link #complete()} when the stream counts as ended.
     *
     * @throws ChatException if the stream has failed or was cancelled
     */
    public ChatChunk poll() {
        for (;;) {
            SseEvent event = take();
            if (event == null) {
                return isAtEnd() ? finish() : null;
            }
            ChatChunk chunk;
            try {
                chunk = answers.read(event, source);
            } catch (ChatException e) {
                abortSource();
                throw failing(e);
            }
            if (chunk != null) {
                return chunk;
            }
        }
    }

    private SseEvent take() {
        boolean resume;
        SseEvent event;
        synchronized (lock) {
            if (cancelled != null) {
                throw cancelled;
            }
            event = events.poll();
            resume = events.endsWait();
        }
        if (resume) {
            source.resume();
        }
        return event;
    }

    private boolean isAtEnd() {
        synchronized (lock) {
            return events.isAtEnd();
        }
    }

    /** What is left of the answer, or the closing chunk; null if a further answer follows. */
    private ChatChunk finish() {
        try {
            ChatChunk chunk = answers.finish(events.failure());
            if (chunk == null) {
                synchronized (lock) {
                    events.begin();
                }
                answers.begin();
            }
            return chunk;
        } catch (ChatException e) {
            throw failing(e);
        }
    }

    private ChatException failing(ChatException failure) {
        over();
        answers.failing(failure);
        return failure;
    }

    /** The stream ends with this answer, whose chunks have all been read. */
    public void known(ChatCompletion answer) {
        answers.known(answer);
        inputEnded(null);
    }

    /**
     * The reader is through with the closing chunk.
     *
     * @return false if the stream was cancelled before
     */
    boolean complete() {
        synchronized (lock) {
            if (cancelled != null) {
                return false;
            }
            over();
        }
        return true;
    }

    @Override
    public int buffered() {
        synchronized (lock) {
            return events.size();
        }
    }

    @Override
    public boolean streaming() {
        return true;
    }

    @Override
    public boolean hasEnded() {
        synchronized (lock) {
            return over;
        }
    }

    @Override
    public boolean cancel(String why, Throwable cause, Executor executor) {
        return end(
                new StreamCancelledException(
                        "The stream was cancelled: " + why, ErrorDetails.NONE, answers.partial(), cause),
                executor);
    }

    /**
     * Ends the stream, whatever it does at the moment: the connection is closed.
     *
     * @param  reason   what its reader gets
     * @param  executor where the reader is told
     * @return          false if it had ended before
     */
    public boolean end(ChatException reason, Executor executor) {
        ChunkListener toTell;
        synchronized (lock) {
            if (over || cancelled != null) {
                return false;
            }
            cancelled = reason;
            events.clear();
            toTell = listener;
        }
        answers.abandon();
        answers.failing(reason);
        abortSource();
        over();
        if (toTell != null) {
            toTell.cancelled(reason, executor);
        }
        return true;
    }

    private void abortSource() {
        ChunkSource current = source;
        if (current != null) {
            current.abort();
        }
    }

    private void over() {
        synchronized (lock) {
            if (over) {
                return;
            }
            over = true;
        }
        onEnd.run();
    }
}

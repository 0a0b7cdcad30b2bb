package io.github.llmchat.http;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SelectionKey;
import java.util.concurrent.locks.Lock;

import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.Command;
import org.apache.hc.core5.reactor.IOEventHandler;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.util.Timeout;

/**
 * Makes withheld capacity mean what it says. HttpCore goes on reading as long as its buffer has data, and fills that
 * buffer from the socket at each head of an HTTP chunk, so that megabytes pass although reading was switched off. While
 * it is off, this session has nothing to read.
 * <p>
 * While it is on, there is one read in each pass of the selector: what is left makes the socket ready again at once.
 * Without that each HTTP chunk costs a call of the kernel, for what little room its head has left in the buffer. A read
 * that fills the buffer is followed by more, up to {@value #MOST_IN_ONE_PASS} bytes, each when the buffer is nearly
 * empty: then a reader on another thread is woken for some fifty chunks instead of some ten.
 * <p>
 * Of these further reads only bytes are told. HttpCore's decoder of chunked bodies drops what it has decoded, events
 * that are complete included, when it finds the connection's end or failure in the same pass: they are told in the next
 * one.
 * <p>
 * Effective on plain connections; under TLS a decrypted record (16 KiB) may still pass.
 */
final class ReadGate implements IOSession {

    static final int MOST_IN_ONE_PASS = 16 * 1024;
    /** With less room it is not worth a call: three quarters of the buffer. */
    static final int LEAST_ROOM = ChatClient.BUFFER * 3 / 4;

    private final IOSession session;
    private volatile boolean shut;
    // I/O thread's own
    private int bytesInThisPass;
    private boolean filled;
    private IOException heldBack;

    ReadGate(IOSession session) {
        this.session = session;
    }

    @Override
    public int read(ByteBuffer dst) throws IOException {
        if (shut || bytesInThisPass > 0 && !readsOn(dst)) {
            return 0;
        }
        int count = bytesInThisPass == 0 ? first(dst) : further(dst);
        filled = count > 0 && !dst.hasRemaining();
        bytesInThisPass += Math.max(0, count);
        return count;
    }

    private boolean readsOn(ByteBuffer dst) {
        return filled && bytesInThisPass < MOST_IN_ONE_PASS && dst.remaining() >= LEAST_ROOM;
    }

    private int first(ByteBuffer dst) throws IOException {
        if (heldBack != null) {
            IOException failure = heldBack;
            heldBack = null;
            throw failure;
        }
        return session.read(dst);
    }

    /** The connection's end makes the socket ready again; its failure is told once, and would be lost. */
    private int further(ByteBuffer dst) {
        try {
            return Math.max(0, session.read(dst));
        } catch (IOException e) {
            heldBack = e;
            return 0;
        }
    }

    @Override
    public void setEvent(int op) {
        if ((op & SelectionKey.OP_READ) != 0) {
            shut = false;
        }
        session.setEvent(op);
    }

    @Override
    public void clearEvent(int op) {
        if ((op & SelectionKey.OP_READ) != 0) {
            shut = true;
        }
        session.clearEvent(op);
    }

    @Override
    public void setEventMask(int ops) {
        shut = (ops & SelectionKey.OP_READ) == 0;
        session.setEventMask(ops);
    }

    @Override
    public IOEventHandler getHandler() {
        return session.getHandler();
    }

    @Override
    public void upgrade(IOEventHandler handler) {
        session.upgrade(handler);
    }

    @Override
    public Lock getLock() {
        return session.getLock();
    }

    @Override
    public void enqueue(Command command, Command.Priority priority) {
        session.enqueue(command, priority);
    }

    @Override
    public boolean hasCommands() {
        return session.hasCommands();
    }

    @Override
    public Command poll() {
        return session.poll();
    }

    @Override
    public ByteChannel channel() {
        return session.channel();
    }

    @Override
    public SocketAddress getRemoteAddress() {
        return session.getRemoteAddress();
    }

    @Override
    public SocketAddress getLocalAddress() {
        return session.getLocalAddress();
    }

    @Override
    public int getEventMask() {
        return session.getEventMask();
    }

    @Override
    public void close() {
        session.close();
    }

    @Override
    public void close(CloseMode closeMode) {
        session.close(closeMode);
    }

    @Override
    public Status getStatus() {
        return session.getStatus();
    }

    @Override
    public Timeout getSocketTimeout() {
        return session.getSocketTimeout();
    }

    @Override
    public void setSocketTimeout(Timeout timeout) {
        session.setSocketTimeout(timeout);
    }

    @Override
    public long getLastReadTime() {
        return session.getLastReadTime();
    }

    @Override
    public long getLastWriteTime() {
        return session.getLastWriteTime();
    }

    @Override
    public long getLastEventTime() {
        return session.getLastEventTime();
    }

    @Override
    public void updateReadTime() {
        // comes once at the start of each pass
        bytesInThisPass = 0;
        session.updateReadTime();
    }

    @Override
    public void updateWriteTime() {
        session.updateWriteTime();
    }

    @Override
    public int write(ByteBuffer src) throws IOException {
        return session.write(src);
    }

    @Override
    public boolean isOpen() {
        return session.isOpen();
    }

    @Override
    public String getId() {
        return session.getId();
    }
}

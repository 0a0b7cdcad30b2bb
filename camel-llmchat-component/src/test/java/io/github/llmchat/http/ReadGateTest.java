package io.github.llmchat.http;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.apache.hc.core5.reactor.IOSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What HttpCore gets to read in each pass of the selector, whose start it tells by updateReadTime. */
class ReadGateTest {

    private static final int ROOM = ChatClient.BUFFER;
    private static final int END = -1;
    private static final int FAILURE = -2;

    /** What the socket has for the next reads. */
    private final Deque<Integer> socket = new ArrayDeque<>();
    private final ReadGate gate = new ReadGate(
            (IOSession) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] { IOSession.class },
                    (proxy, method, args) -> "read".equals(method.getName()) ? read((ByteBuffer) args[0]) : null));

    private Integer read(ByteBuffer into) throws IOException {
        int count = socket.remove();
        if (count == FAILURE) {
            throw new IOException("reset");
        }
        into.position(into.position() + Math.max(0, count));
        return count;
    }

    @BeforeEach
    void pass() {
        gate.updateReadTime();
    }

    @Test
    void aReadThatLeavesRoomIsThePassesOnlyOne() throws Exception {
        socket.addAll(List.of(ROOM - 1, 1));

        assertThat(gate.read(ByteBuffer.allocate(ROOM))).isEqualTo(ROOM - 1);
        assertThat(gate.read(ByteBuffer.allocate(ROOM))).isZero();
        pass();
        assertThat(gate.read(ByteBuffer.allocate(ROOM))).isEqualTo(1);
    }

    @Test
    void aReadThatFillsTheBufferIsFollowedByMoreUpToABound() throws Exception {
        socket.addAll(List.of(ROOM, ROOM, ROOM, ROOM, ROOM));

        for (int bytes = 0; bytes < ReadGate.MOST_IN_ONE_PASS; bytes += ROOM) {
            assertThat(gate.read(ByteBuffer.allocate(ROOM))).isEqualTo(ROOM);
        }
        assertThat(gate.read(ByteBuffer.allocate(ROOM))).isZero();
        pass();
        assertThat(gate.read(ByteBuffer.allocate(ROOM))).isEqualTo(ROOM);
    }

    @Test
    void theKernelIsNotAskedForLittle() throws Exception {
        socket.addAll(List.of(ROOM, ROOM));

        assertThat(gate.read(ByteBuffer.allocate(ROOM))).isEqualTo(ROOM);
        assertThat(gate.read(ByteBuffer.allocate(ReadGate.LEAST_ROOM - 1))).isZero();
        assertThat(gate.read(ByteBuffer.allocate(ROOM))).isEqualTo(ROOM);
    }

    @Test
    void theEndIsToldInAPassOfItsOwn() throws Exception {
        // a socket says so as often as it is asked
        socket.addAll(List.of(ROOM, END, END));

        assertThat(gate.read(ByteBuffer.allocate(ROOM))).isEqualTo(ROOM);
        assertThat(gate.read(ByteBuffer.allocate(ROOM))).isZero();
        pass();
        assertThat(gate.read(ByteBuffer.allocate(ROOM))).isEqualTo(END);
    }

    @Test
    void aFailureIsToldInAPassOfItsOwnAndOnce() throws Exception {
        // a socket says why only once
        socket.addAll(List.of(ROOM, FAILURE, END));

        assertThat(gate.read(ByteBuffer.allocate(ROOM))).isEqualTo(ROOM);
        assertThat(gate.read(ByteBuffer.allocate(ROOM))).isZero();
        pass();
        assertThatThrownBy(() -> gate.read(ByteBuffer.allocate(ROOM))).isInstanceOf(IOException.class).hasMessage("reset");
        pass();
        assertThat(gate.read(ByteBuffer.allocate(ROOM))).isEqualTo(END);
    }

    @Test
    void nothingIsReadWhileReadingIsSwitchedOff() throws Exception {
        socket.addAll(List.of(ROOM, ROOM));

        assertThat(gate.read(ByteBuffer.allocate(ROOM))).isEqualTo(ROOM);
        gate.clearEvent(SelectionKey.OP_READ);
        assertThat(gate.read(ByteBuffer.allocate(ROOM))).isZero();
        gate.setEvent(SelectionKey.OP_READ);
        assertThat(gate.read(ByteBuffer.allocate(ROOM))).isEqualTo(ROOM);
    }
}

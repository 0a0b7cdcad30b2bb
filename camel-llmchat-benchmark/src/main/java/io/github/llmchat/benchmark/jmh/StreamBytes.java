package io.github.llmchat.benchmark.jmh;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;

import io.github.llmchat.sse.SseEncoder;

/**
 * An event stream as it comes from the network: in reads of one size, which end anywhere. Immutable, but for the buffer
 * that it is read through.
 */
final class StreamBytes {

    private final byte[] bytes;
    private final int readSize;

    StreamBytes(List<byte[]> events, int readSize) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        events.forEach(event -> all.writeBytes(SseEncoder.event(event)));
        this.bytes = all.toByteArray();
        this.readSize = readSize;
    }

    /** Hands out read after read. They are copied into one buffer, as a transport does it. */
    void read(ByteBuffer buffer, Consumer<ByteBuffer> reader) {
        for (int at = 0; at < bytes.length; at += readSize) {
            buffer.clear();
            buffer.put(bytes, at, Math.min(readSize, bytes.length - at));
            buffer.flip();
            reader.accept(buffer);
        }
    }

    /** {@return a buffer for one read} */
    ByteBuffer buffer() {
        return ByteBuffer.allocate(readSize);
    }

    /** {@return the same bytes for who reads a stream} It never gives more than one read at once. */
    InputStream open() {
        return new InputStream() {
            private int at;

            @Override
            public int read() {
                return at == bytes.length ? -1 : bytes[at++] & 0xff;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                if (at == bytes.length) {
                    return -1;
                }
                int count = Math.min(Math.min(length, readSize), bytes.length - at);
                System.arraycopy(bytes, at, into, offset, count);
                at += count;
                return count;
            }
        };
    }
}

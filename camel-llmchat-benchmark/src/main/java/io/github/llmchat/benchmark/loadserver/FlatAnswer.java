package io.github.llmchat.benchmark.loadserver;

import java.io.IOException;
import java.nio.ByteBuffer;

/** A stream that is as fast as its client reads. */
final class FlatAnswer extends Answer {

    /** Others have their turn after so many calls of the kernel. */
    private static final int TURN = 4;

    private final Frames.Chunks chunks;
    private int left;
    private boolean begun;

    FlatAnswer(Connection connection, Script script, Frames.Chunks chunks) {
        super(connection, script.delayMicros());
        this.chunks = chunks;
        this.left = script.chunks();
    }

    @Override
    boolean write() throws IOException {
        if (!begun) {
            begun = true;
            connection().write(ByteBuffer.wrap(Frames.STREAM_HEAD));
        }
        for (int i = 0; i < TURN && left > 0 && connection().isFree(); i++) {
            ByteBuffer batch = chunks.batch(left);
            left -= chunks.count(left);
            connection().write(batch);
        }
        if (left == 0 && connection().isFree()) {
            connection().whenWritable(null);
            connection().write(ByteBuffer.wrap(Frames.STREAM_END));
        } else {
            connection().whenWritable(this);
        }
        return false;
    }
}

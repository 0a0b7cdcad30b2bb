package io.github.llmchat.benchmark.loadserver;

import java.io.IOException;
import java.nio.ByteBuffer;

/** An answer that is not streamed. */
final class WholeAnswer extends Answer {

    private final Script script;

    WholeAnswer(Connection connection, Script script) {
        super(connection, script.delayMicros());
        this.script = script;
    }

    @Override
    boolean write() throws IOException {
        connection().write(ByteBuffer.wrap(Frames.whole(script)));
        return false;
    }
}

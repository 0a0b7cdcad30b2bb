package io.github.llmchat.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The head of gzip data in all its forms, in one piece and byte by byte. */
class GzipHeadTest {

    private static final int HEADER_CRC = 0x02;
    private static final int EXTRA = 0x04;
    private static final int NAME = 0x08;
    private static final int COMMENT = 0x10;

    static IntStream flags() {
        return IntStream.range(0, 32).filter(flags -> (flags & ~(HEADER_CRC | EXTRA | NAME | COMMENT)) == 0);
    }

    @ParameterizedTest
    @MethodSource("flags")
    void theDataBeginsRightAfterTheHead(int flags) {
        byte[] head = head(flags);
        ByteBuffer bytes = ByteBuffer.allocate(head.length + 1).put(head).put((byte) 42).flip();
        assertThat(new GzipHead().skip(bytes)).isTrue();
        assertThat(bytes.remaining()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("flags")
    void theHeadMayComeByteByByte(int flags) {
        byte[] head = head(flags);
        GzipHead skipped = new GzipHead();
        for (int i = 0; i < head.length - 1; i++) {
            assertThat(skipped.skip(ByteBuffer.wrap(head, i, 1))).as("byte %d", i).isFalse();
        }
        assertThat(skipped.skip(ByteBuffer.wrap(head, head.length - 1, 1))).isTrue();
    }

    private static byte[] head(int flags) {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        head.writeBytes(new byte[] { 0x1f, (byte) 0x8b, 8, (byte) flags, 0, 0, 0, 0, 0, 3 });
        if ((flags & EXTRA) != 0) {
            head.writeBytes(new byte[] { 3, 0, 0, 1, 2 });
        }
        if ((flags & NAME) != 0) {
            head.writeBytes(new byte[] { 'n', 'a', 0 });
        }
        if ((flags & COMMENT) != 0) {
            head.writeBytes(new byte[] { 'c', 0 });
        }
        if ((flags & HEADER_CRC) != 0) {
            head.writeBytes(new byte[] { 0, 7 });
        }
        return head.toByteArray();
    }
}

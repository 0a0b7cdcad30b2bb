package io.github.llmchat.benchmark.loadserver;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What goes over the wire, made once. Each event is an HTTP chunk of its own and padded to one size, as OpenAI sends
 * them; texts differ, one in ten needs an escape, and one is not ASCII. For one thread.
 */
final class Frames {

    static final byte[] STREAM_HEAD
            = bytes("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
    static final byte[] STREAM_END = bytes(
            httpChunk(event("{}", "\"stop\"", "Qm4")) + httpChunk("data: [DONE]\n\n") + "0\r\n\r\n");
    static final byte[] REFUSAL = bytes(
            "HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");

    /** Some 50 kB of chunks: the kernel is asked once for hundreds. */
    private static final int BATCH = 200;
    private static final int VARIANTS = 10;
    private static final String PADDING = "kT3vXq9ZbLw0RfYs";
    private static final byte[] HEX = bytes("0123456789abcdef");

    private final Map<Integer, Chunks> chunks = new HashMap<>();

    /** {@return the chunks whose text has this size} */
    Chunks chunks(int size) {
        return chunks.computeIfAbsent(size, Chunks::new);
    }

    static byte[] whole(Script script) {
        String body
                = "{\"id\":\"chatcmpl-B9MHDbslfkBeAs8l4bebGdFOJ6PeG\",\"object\":\"chat.completion\",\"created\":1795000000,"
                  + "\"model\":\"load\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\""
                  + "word ".repeat(script.chunks()) + "\",\"refusal\":null},\"logprobs\":null,\"finish_reason\":\"stop\"}],"
                  + "\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":" + script.chunks() + ",\"total_tokens\":"
                  + (script.chunks() + 9) + "},\"system_fingerprint\":\"fp_44709d6fcb\"}";
        return bytes(
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
    }

    private static String event(String delta, String finishReason, String padding) {
        return "data: {\"id\":\"chatcmpl-B9MHDbslfkBeAs8l4bebGdFOJ6PeG\",\"object\":\"chat.completion.chunk\","
               + "\"created\":1795000000,\"model\":\"load\","
               + "\"system_fingerprint\":\"fp_44709d6fcb\",\"choices\":[{\"index\":0,\"delta\":"
               + delta
               + ",\"logprobs\":null,\"finish_reason\":" + finishReason + "}],\"obfuscation\":\"" + padding + "\"}\n\n";
    }

    private static String httpChunk(String content) {
        return Integer.toHexString(bytes(content).length) + "\r\n" + content + "\r\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Chunks of one size. */
    static final class Chunks {

        private final byte[][] variants = new byte[VARIANTS][];
        private final int stampAt;
        private final ByteBuffer batch;
        private int next;

        private Chunks(int size) {
            String stamp = "0".repeat(Script.STAMP);
            for (int i = 0; i < VARIANTS; i++) {
                variants[i] = bytes(httpChunk(chunk(i, stamp, size - Script.STAMP)));
            }
            stampAt = new String(variants[0], StandardCharsets.UTF_8).indexOf(stamp);
            batch = ByteBuffer.allocateDirect(length() * BATCH);
            for (int i = 0; i < BATCH; i++) {
                batch.put(variants[i % VARIANTS]);
            }
        }

        /** A chunk whose text has so many characters after the stamp. */
        private static String chunk(int variant, String stamp, int more) {
            String last = switch (variant) {
                case 4 -> "\\n";
                case 7 -> "é";
                default -> "s";
            };
            String word = String.valueOf((char) ('a' + variant)).repeat(Math.max(0, more - 1)) + (more > 0 ? last : "");
            // what an escape or a long character takes
            int extra = bytes(word).length - more;
            return event("{\"content\":\"" + stamp + word + "\"}", "null", PADDING.substring(variant % 3 + extra)
                                                                           + "0".repeat(variant % 3));
        }

        private int length() {
            return variants[0].length;
        }

        /** {@return a chunk that says it is written now} Valid until the next question. */
        ByteBuffer stamped(long nanos) {
            byte[] stamped = variants[next];
            next = (next + 1) % VARIANTS;
            for (int i = 0; i < Script.STAMP; i++) {
                stamped[stampAt + i] = HEX[(int) (nanos >>> 4 * (Script.STAMP - 1 - i)) & 0xf];
            }
            return ByteBuffer.wrap(stamped);
        }

        /** {@return so many chunks, or as many as go at once} */
        ByteBuffer batch(int wanted) {
            return batch.duplicate().position(0).limit(length() * count(wanted));
        }

        /** {@return how many go at once} */
        int count(int wanted) {
            return Math.min(wanted, BATCH);
        }
    }
}

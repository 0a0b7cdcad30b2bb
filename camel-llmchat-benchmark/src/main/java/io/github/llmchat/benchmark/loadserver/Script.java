package io.github.llmchat.benchmark.loadserver;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a request asks the load server for; its text is the prompt, whatever client sends it.
 *
 * @param chunks        with text, before the one with the finish reason; of an answer that is not streamed: its pieces
 * @param spacingMicros between two chunks; 0 for as fast as the client reads
 * @param size          of each chunk's text, in characters, {@value #STAMP} at least
 * @param delayMicros   before the first byte
 */
public record Script(int chunks, int spacingMicros, int size, int delayMicros) {

    /**
     * The characters of the time that each paced chunk's text begins with: {@link System#nanoTime()} in hexadecimal.
     */
    static final int STAMP = 16;

    private static final Pattern TEXT = Pattern.compile("load (\\d+) (\\d+) (\\d+) (\\d+)");
    private static final int RADIX = 16;

    /** {@return the prompt as a message's text} */
    public String text() {
        return "load " + chunks + " " + spacingMicros + " " + size + " " + delayMicros;
    }

    /** {@return the same with so many chunks} */
    public Script withChunks(int other) {
        return new Script(other, spacingMicros, size, delayMicros);
    }

    /** {@return what a request's body asks for, null if it asks for nothing of this kind} */
    static Script find(byte[] body) {
        Matcher found = TEXT.matcher(new String(body, StandardCharsets.ISO_8859_1));
        return found.find()
                ? new Script(number(found, 1), number(found, 2), Math.max(STAMP, number(found, 3)), number(found, 4)) : null;
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }

    /**
     * {@return when the load server wrote a chunk, in {@link System#nanoTime()} of this machine's JVMs, which is one
     * clock on Linux; 0 for a chunk that was not paced}
     *
     * @param text the chunk's
     */
    public static long writtenAt(String text) {
        return text.length() < STAMP ? 0 : Long.parseLong(text, 0, STAMP, RADIX);
    }
}

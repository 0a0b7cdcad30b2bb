package io.github.llmchat.benchmark.gateway;

/** The texts of the answers: each piece says which stream it belongs to and which one it is. */
public final class LoadText {

    private LoadText() {
    }

    /** {@return the piece of text in this chunk of this stream, both counted from 0} */
    public static String piece(int stream, int chunk) {
        return stream + "." + chunk + " ";
    }

    /** {@return the whole text of a stream of so many chunks} */
    public static String whole(int stream, int chunks) {
        StringBuilder text = new StringBuilder();
        for (int chunk = 0; chunk < chunks; chunk++) {
            text.append(piece(stream, chunk));
        }
        return text.toString();
    }
}

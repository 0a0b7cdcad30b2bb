package io.github.llmchat.benchmark.serving;

/** A figure of both sides, or of the pass-through alone. */
enum Measure {

    ANSWER_P50("whole answer, p50", "%.2f ms", false),
    ANSWER_P99("whole answer, p99", "%.2f ms", false),
    FIRST_CHUNK_P50("first chunk of a stream, p50", "%.2f ms", false),
    FIRST_CHUNK_P99("first chunk of a stream, p99", "%.2f ms", false),
    CHUNK_P50("chunk, p50", "%.2f ms", false),
    CHUNK_P99("chunk, p99", "%.2f ms", false),
    REQUEST_RATE("requests/s", "%.0f", true),
    REQUEST_CPU("CPU of the pass-through a request", "%.0f us", false),
    CHUNK_RATE("chunks/s", "%.0f", true),
    CHUNK_CPU("CPU of the pass-through a chunk", "%.1f us", false);

    private final String label;
    private final String format;
    private final boolean ratio;

    Measure(String label, String format, boolean ratio) {
        this.label = label;
        this.format = format;
        this.ratio = ratio;
    }

    String label() {
        return label;
    }

    String format(double value) {
        return String.format(format, value);
    }

    /** What is claimed of the two: how much more, or what part. */
    String compare(double direct, double passThrough) {
        return ratio ? String.format("x %.2f", passThrough / direct) : "+" + format(passThrough - direct);
    }
}

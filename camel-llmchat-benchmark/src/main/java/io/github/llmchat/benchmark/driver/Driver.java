package io.github.llmchat.benchmark.driver;

/**
 * One way to call a gateway. Calls begin on any thread; what blocks brings its own threads. Each call's chunks and its
 * end are told to its {@link Call}.
 */
interface Driver extends AutoCloseable {

    /** Begins a streamed call, and does not wait for what comes. */
    void stream(Call call);

    /** Begins a call that is not streamed, and does not wait for what comes: its text is told as one chunk. */
    void plain(Call call);

    @Override
    void close();
}

package io.github.llmchat.benchmark.driver;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

import io.github.llmchat.benchmark.LineProcess;
import io.github.llmchat.benchmark.loadserver.LoadServer;
import io.github.llmchat.benchmark.loadserver.Script;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** All that is compared has every chunk, once: a comparison with less would be none. */
class DriversReadTheSameTest {

    private static final int AT_ONCE = 8;
    private static final int CALLS = 24;
    private static final long PATIENCE_SECONDS = 60;

    private static LineProcess server;

    private final Tally tally = new Tally();

    @BeforeAll
    static void start() throws IOException {
        server = new LineProcess("load server", LoadServer.class);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WHOLE")
    void streamsAsFastAsTheyAreRead(Way way) throws Exception {
        // more than any client's buffer, so that reads end anywhere
        run(way, Driver::stream, new Script(700, 0, 113, 0), 700);

        assertThat(tally.failure()).isNull();
        assertThat(tally.complete()).isEqualTo(CALLS);
        assertThat(tally.chunks()).isEqualTo(700 * CALLS);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WHOLE")
    void pacedStreams(Way way) throws Exception {
        // each text begins with a time, or the call fails
        run(way, Driver::stream, new Script(20, 500, 24, 1_000), 20);

        assertThat(tally.failure()).isNull();
        assertThat(tally.complete()).isEqualTo(CALLS);
        assertThat(tally.chunks()).isEqualTo(20 * CALLS);
    }

    @ParameterizedTest
    @EnumSource
    void answersThatAreNotStreamed(Way way) throws Exception {
        run(way, Driver::plain, new Script(30, 0, 24, 0), 1);

        assertThat(tally.failure()).isNull();
        assertThat(tally.complete()).isEqualTo(CALLS);
    }

    @ParameterizedTest
    @EnumSource
    void refusals(Way way) throws Exception {
        // no such number: the server answers 400
        Script refused = new Script(-1, 0, 24, 0);
        run(way, Driver::stream, refused, 1);
        run(way, Driver::plain, refused, 1);

        assertThat(tally.failed()).isEqualTo(2 * CALLS);
        assertThat(tally.chunks()).isZero();
        // the driver's own word, not that there are too few chunks
        assertThat(tally.failure()).isNotNull().isNotInstanceOf(IllegalStateException.class);
    }

    /** Some calls at once, and the next when one ends. */
    private void run(Way way, BiConsumer<Driver, Call> kind, Script script, int chunks) throws Exception {
        CountDownLatch ends = new CountDownLatch(CALLS);
        try (Driver driver = way.open("http://127.0.0.1:" + server.firstLine() + "/v1")) {
            for (int i = 0; i < AT_ONCE; i++) {
                begin(driver, kind, script, chunks, ends, CALLS / AT_ONCE);
            }
            assertThat(ends.await(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("%d of %d calls have not ended", ends.getCount(), CALLS)
                    .isTrue();
        }
    }

    private void begin(Driver driver, BiConsumer<Driver, Call> kind, Script script, int chunks, CountDownLatch ends, int left) {
        kind.accept(driver, new Call(script, chunks, tally, () -> {
            if (left > 1) {
                begin(driver, kind, script, chunks, ends, left - 1);
            }
            ends.countDown();
        }));
    }
}

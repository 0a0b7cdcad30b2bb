package io.github.llmchat.kafka;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CommitsSayWhatIsDoneBehindThemTest {

    @Test
    void isShort() {
        assertThat(CommitNote.write(new TreeSet<>(List.of(1000L, 1003L, 1050L)), 1100, 4000)).isEqualTo("w1 2s 3 1b");
    }

    @Test
    void isEmptyIfNothingBehindTheOffsetIsDone() {
        assertThat(CommitNote.write(new TreeSet<>(List.of(1000L, 1001L)), 1000, 4000)).isEmpty();
        assertThat(CommitNote.write(new TreeSet<>(), 1000, 4000)).isEmpty();
    }

    @Property
    void isReadAsItWasWritten(
            @ForAll @Size(min = 1, max = 300) Set<@LongRange(min = 0, max = 5000) Long> offsets,
            @ForAll @LongRange(min = 0, max = Long.MAX_VALUE / 2) long base,
            @ForAll @LongRange(min = 0, max = 6000) long done) {
        TreeSet<Long> open = new TreeSet<>();
        offsets.forEach(offset -> open.add(base + offset));
        long doneUpTo = base + done;

        CommitNote note = CommitNote.read(CommitNote.write(open, doneUpTo, 100_000), open.first());

        if (doneUpTo > open.first()) {
            assertThat(note).isEqualTo(new CommitNote(List.copyOf(open.headSet(doneUpTo)), doneUpTo));
        } else {
            assertThat(note).isEqualTo(new CommitNote(List.of(), open.first()));
        }
    }

    @Property
    void callsNothingDoneThatIsNotWhenItIsCutShort(
            @ForAll @Size(min = 1, max = 300) Set<@LongRange(min = 0, max = 5000) Long> offsets,
            @ForAll @IntRange(min = 0, max = 200) int limit) {
        TreeSet<Long> open = new TreeSet<>(offsets);

        String written = CommitNote.write(open, 6000, limit);
        CommitNote note = CommitNote.read(written, open.first());

        assertThat(written.length()).isLessThanOrEqualTo(limit);
        assertThat(note.open()).isEqualTo(List.copyOf(open.headSet(note.doneUpTo())));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {
            "", "w1", "w1 ", "w1 x-", "w1 0", "w1 -5", "w1 5 0", "w1 5 9", "w1  5", "w2 5", "NO_METADATA", "w1 zzzzzzzzzzz",
            "w1 5 2 4" })
    void takesNothingFromWhatOthersWrote(String metadata) {
        assertThat(CommitNote.read(metadata, 1000)).isEqualTo(new CommitNote(List.of(), 1000));
    }
}

package io.github.llmchat.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/**
 * What a commit says in its metadata: which records behind the committed offset are done. Written as
 * {@code w1 <behind> <gap> <gap> ...}, numbers in base 36: everything from the committed offset to {@code behind}
 * offsets further is done, but for the record at the committed offset and those that follow each other by these gaps.
 *
 * @param open     offsets of records that are not done, ascending; the first is the committed offset
 * @param doneUpTo one more than the offset of the last record that is done
 */
record CommitNote(List<Long> open, long doneUpTo) {

    private static final String MARK = "w1 ";
    private static final int RADIX = 36;

    /**
     * The note for a commit at the first open offset.
     *
     * @param  limit characters that it may have; what does not fit is left out at its end, and would be done again
     * @return       the text; empty if nothing behind the committed offset is done
     */
    static String write(SortedSet<Long> open, long doneUpTo, int limit) {
        if (open.isEmpty() || open.first() >= doneUpTo) {
            return "";
        }
        long committed = open.first();
        long previous = committed;
        long end = doneUpTo;
        int room = limit - MARK.length() - Long.toString(doneUpTo - committed, RADIX).length();
        StringBuilder gaps = new StringBuilder();
        for (long offset : open.headSet(doneUpTo)) {
            if (offset > committed) {
                String gap = ' ' + Long.toString(offset - previous, RADIX);
                if (gaps.length() + gap.length() > room) {
                    end = offset;
                    break;
                }
                gaps.append(gap);
                previous = offset;
            }
        }
        return room < 0 ? "" : MARK + Long.toString(end - committed, RADIX) + gaps;
    }

    /** Reads a commit's metadata; what somebody else wrote there says nothing. */
    static CommitNote read(String metadata, long committed) {
        if (metadata == null || !metadata.startsWith(MARK)) {
            return nothing(committed);
        }
        try {
            String[] numbers = metadata.substring(MARK.length()).split(" ");
            long doneUpTo = committed + positive(numbers[0]);
            List<Long> open = new ArrayList<>();
            open.add(committed);
            for (int i = 1; i < numbers.length; i++) {
                open.add(open.get(i - 1) + positive(numbers[i]));
            }
            return open.get(open.size() - 1) < doneUpTo ? new CommitNote(open, doneUpTo) : nothing(committed);
        } catch (ArithmeticException | NumberFormatException e) {
            return nothing(committed);
        }
    }

    private static CommitNote nothing(long committed) {
        return new CommitNote(List.of(), committed);
    }

    private static int positive(String number) {
        int value = Integer.parseInt(number, RADIX);
        if (value < 1) {
            throw new NumberFormatException("not positive");
        }
        return value;
    }
}

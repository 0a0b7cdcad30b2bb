package io.github.llmchat.stream;

/**
 * Takes the thinking out of one answer's text, where a model has written it between {@code <think>} and
 * {@code </think>} at the beginning. Later tags are the answer's own words. Text comes in pieces cut anywhere: only
 * what may still turn out to be a tag is held back.
 */
final class ThinkTags {

    private static final String OPEN = "<think>";
    private static final String CLOSE = "</think>";

    private final StringBuilder held = new StringBuilder();
    private Place place = Place.BEGINNING;

    private enum Place {
        BEGINNING,
        THINKING,
        AFTER_THINKING,
        ANSWER
    }

    /**
     * What a piece of text adds.
     *
     * @param content  to the answer
     * @param thinking to the reasoning
     */
    record Parts(String content, String thinking) {

        Parts plus(Parts more) {
            return new Parts(content + more.content, thinking + more.thinking);
        }
    }

    /** Whether all that comes is the answer. */
    boolean through() {
        return place == Place.ANSWER;
    }

    Parts add(String piece) {
        if (through()) {
            return new Parts(piece, "");
        }
        held.append(piece);
        Parts parts = new Parts("", "");
        Place before;
        do {
            before = place;
            parts = parts.plus(step());
        } while (place != before);
        return parts;
    }

    /** What is held back now; it stays held back. */
    Parts held() {
        String rest = held.toString();
        return place == Place.THINKING ? new Parts("", rest) : new Parts(place == Place.AFTER_THINKING ? "" : rest, "");
    }

    /** What is still held back, when no more comes. */
    Parts end() {
        Parts rest = held();
        held.setLength(0);
        return rest;
    }

    private Parts step() {
        return switch (place) {
            case BEGINNING -> beginning();
            case THINKING -> thinking();
            case AFTER_THINKING -> afterThinking();
            case ANSWER -> new Parts(take(held.length()), "");
        };
    }

    private Parts beginning() {
        int start = blanks();
        String text = held.substring(start);
        if (text.startsWith(OPEN)) {
            take(start + OPEN.length());
            place = Place.THINKING;
        } else if (text.startsWith(CLOSE)) {
            // the server has sent the thinking elsewhere and forgotten its end
            take(start + CLOSE.length());
            place = Place.AFTER_THINKING;
        } else if (!OPEN.startsWith(text) && !CLOSE.startsWith(text)) {
            place = Place.ANSWER;
        }
        return new Parts("", "");
    }

    private Parts thinking() {
        int end = held.indexOf(CLOSE);
        if (end >= 0) {
            String thought = take(end);
            take(CLOSE.length());
            place = Place.AFTER_THINKING;
            return new Parts("", thought);
        }
        int safe = held.length();
        for (int length = Math.min(CLOSE.length() - 1, held.length()); length > 0; length--) {
            if (CLOSE.startsWith(held.substring(held.length() - length))) {
                safe -= length;
                break;
            }
        }
        return new Parts("", take(safe));
    }

    private Parts afterThinking() {
        take(blanks());
        if (!held.isEmpty()) {
            place = Place.ANSWER;
        }
        return new Parts("", "");
    }

    private int blanks() {
        int count = 0;
        while (count < held.length() && Character.isWhitespace(held.charAt(count))) {
            count++;
        }
        return count;
    }

    private String take(int length) {
        String taken = held.substring(0, length);
        held.delete(0, length);
        return taken;
    }
}

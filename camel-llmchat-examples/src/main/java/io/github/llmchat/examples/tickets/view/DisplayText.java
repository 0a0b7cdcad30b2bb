package io.github.llmchat.examples.tickets.view;

import java.lang.Character.UnicodeScript;

/** Text as it is shown in one line of a terminal, where some characters take two columns and some none. */
public final class DisplayText {

    private DisplayText() {
    }

    /**
     * One line of it: runs of white space become one space, and characters that could move the cursor, change colours
     * or turn the writing direction are left out. A model's text is not to be trusted with the terminal.
     *
     * @param  text any text
     * @return      the line
     */
    public static String singleLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (Character.isWhitespace(character)) {
                if (line.length() == 0 || line.charAt(line.length() - 1) != ' ') {
                    line.append(' ');
                }
            } else if (!Character.isISOControl(character) && Character.getType(character) != Character.FORMAT) {
                line.appendCodePoint(character);
            }
        });
        return line.toString();
    }

    /** The end of a line, as much as fits. */
    static String tail(String line, int columns) {
        int start = line.length();
        int used = 0;
        while (start > 0) {
            int character = line.codePointBefore(start);
            used += width(character);
            if (used > columns) {
                break;
            }
            start -= Character.charCount(character);
        }
        return line.substring(start);
    }

    static int width(String line) {
        return line.codePoints().map(DisplayText::width).sum();
    }

    private static int width(int character) {
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return isWide(character) ? 2 : 1;
    }

    private static boolean isWide(int character) {
        boolean cjkPunctuation = character >= 0x3000 && character <= 0x303F;
        boolean fullWidth = character >= 0xFF01 && character <= 0xFF60 || character >= 0xFFE0 && character <= 0xFFE6;
        boolean emoji = character >= 0x1F300 && character <= 0x1FAFF;
        return cjkPunctuation || fullWidth || emoji || switch (UnicodeScript.of(character)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default -> false;
        };
    }
}

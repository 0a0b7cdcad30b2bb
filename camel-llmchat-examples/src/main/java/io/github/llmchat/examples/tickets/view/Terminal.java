package io.github.llmchat.examples.tickets.view;

import java.io.Console;
import java.util.Map;

/**
 * What the program's output goes to.
 *
 * @param live    whether lines can be drawn over; {@code false} for files, pipes and terminals that cannot
 * @param colours whether colours are wanted
 * @param columns characters in a line, 40 or more
 */
public record Terminal(boolean live, boolean colours, int columns) {

    private static final int USUAL_COLUMNS = 80;
    private static final int FEWEST_COLUMNS = 40;

    /**
     * Output that is read later or by a program: plain lines, no escape sequences.
     *
     * @return the same each time
     */
    public static Terminal plain() {
        return new Terminal(false, false, USUAL_COLUMNS);
    }

    /**
     * Looks where this program's output goes. The environment variables {@code NO_COLOR} (any value: no colours),
     * {@code TERM=dumb} (plain output) and {@code COLUMNS} (if exported) are obeyed.
     *
     * @return what it found
     */
    public static Terminal detect() {
        return of(isTerminal(System.console()), System.getenv());
    }

    static Terminal of(boolean terminal, Map<String, String> environment) {
        if (!terminal || "dumb".equals(environment.get("TERM"))) {
            return plain();
        }
        boolean colours = environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Terminal(true, colours, columns(environment.get("COLUMNS")));
    }

    private static int columns(String columns) {
        try {
            return columns == null ? USUAL_COLUMNS : Math.max(FEWEST_COLUMNS, Integer.parseInt(columns.strip()));
        } catch (NumberFormatException e) {
            return USUAL_COLUMNS;
        }
    }

    /**
     * Until Java 21 there is a console only if both ends are a terminal; from 22 on there is one always, and it knows.
     */
    private static boolean isTerminal(Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}

package io.github.llmchat.examples.orders;

import java.io.PrintStream;

import io.github.llmchat.examples.tickets.view.DisplayText;
import io.github.llmchat.examples.tickets.view.Terminal;

/**
 * Writes questions, answers as they come, and tool calls. All methods may be called from any thread. What a customer or
 * a model wrote is shown without control characters.
 */
final class OrderScreen {

    private static final String DIM = "\u001b[2m";
    private static final String CYAN = "\u001b[36m";
    private static final String YELLOW = "\u001b[33m";
    private static final String RESET = "\u001b[0m";

    private final PrintStream out;
    private final boolean colours;
    private boolean lineOpen;

    OrderScreen(PrintStream out, Terminal terminal) {
        this.out = out;
        this.colours = terminal.colours();
    }

    synchronized void question(String id, String customer, String text) {
        line("");
        line(coloured(CYAN, id + " " + customer + ": ") + DisplayText.singleLine(text));
    }

    synchronized void piece(String text) {
        if (!lineOpen) {
            out.print("  ");
            lineOpen = true;
        }
        out.print(DisplayText.singleLine(text));
        out.flush();
    }

    synchronized void call(String tool, String arguments) {
        line(coloured(DIM, "  -> " + tool + " " + DisplayText.singleLine(arguments)));
    }

    synchronized void approval(String tool, String arguments) {
        line(coloured(DIM, "  ?? " + tool + " " + DisplayText.singleLine(arguments) + " needs approval"));
    }

    synchronized void outcome(String tool, String outcome, long millis) {
        String colour = outcome.equals("SUCCESS") ? DIM : YELLOW;
        line(coloured(colour, "  <- " + tool + " " + outcome + " after " + millis + " ms"));
    }

    synchronized void failed(String error) {
        line(coloured(YELLOW, "  no answer: " + error));
    }

    /** Ends the line that is being written. */
    synchronized void endLine() {
        if (lineOpen) {
            out.println();
            lineOpen = false;
        }
    }

    private void line(String text) {
        endLine();
        out.println(text);
    }

    private String coloured(String colour, String text) {
        return colours ? colour + text + RESET : text;
    }
}

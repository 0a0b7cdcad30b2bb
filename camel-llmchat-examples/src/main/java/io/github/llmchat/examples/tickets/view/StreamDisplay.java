package io.github.llmchat.examples.tickets.view;

/** How streams are shown. All methods may be called from any thread. */
interface StreamDisplay {

    void chunk(String ticketId, long index, String text);

    void finished(String ticketId, Outcome outcome, RunFigures figures);

    void draw(RunFigures figures);
}

package io.github.llmchat.tool.route;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/** How many calls of a tool run at a time. Those that wait hold no thread, and go in the order in which they came. */
final class CallSlots {

    private final int limit;

    // guarded by this
    private final Set<Runnable> waiting = new LinkedHashSet<>();
    private int taken;

    /** @param limit 0 for any number */
    CallSlots(int limit) {
        this.limit = limit;
    }

    /**
     * Takes a slot, or waits for one.
     *
     * @param  turn run by whoever gives a slot back, when it is this one's turn; must not take long
     * @return      whether there was one; if not, {@code turn} is called when there is
     */
    synchronized boolean take(Runnable turn) {
        if (limit == 0 || taken < limit) {
            taken++;
            return true;
        }
        waiting.add(turn);
        return false;
    }

    /** Does not wait any more. */
    synchronized void leave(Runnable turn) {
        waiting.remove(turn);
    }

    /** Gives a slot back. */
    void release() {
        Runnable next = null;
        synchronized (this) {
            Iterator<Runnable> first = waiting.iterator();
            if (first.hasNext()) {
                next = first.next();
                first.remove();
            } else {
                taken--;
            }
        }
        if (next != null) {
            next.run();
        }
    }

    synchronized int waiting() {
        return waiting.size();
    }
}

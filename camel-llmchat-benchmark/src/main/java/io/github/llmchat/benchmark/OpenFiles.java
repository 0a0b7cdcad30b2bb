package io.github.llmchat.benchmark;

import java.lang.management.ManagementFactory;

import com.sun.management.UnixOperatingSystemMXBean;

/** How many sockets a process may have. */
public final class OpenFiles {

    /** Jars, pipes, selectors, and some air. */
    private static final int OTHERS = 200;

    private OpenFiles() {
    }

    /**
     * {@return why so many connections are too many here, or null if they are not}
     *
     * @param connections of one JVM
     * @param option      what to make smaller
     */
    public static String tooFewFor(long connections, String option) {
        UnixOperatingSystemMXBean system = system();
        long needed = connections + OTHERS;
        if (system == null || system.getMaxFileDescriptorCount() >= needed) {
            return null;
        }
        return connections + " connections need " + needed + " open files in one JVM; this process may have "
               + system.getMaxFileDescriptorCount() + ". Raise the limit first (ulimit -n " + needed
               + "; ulimit -Hn says how far you may go), or ask for fewer with " + option + ".";
    }

    /** {@return the files and sockets of this process, -1 where the system does not say} */
    public static long now() {
        UnixOperatingSystemMXBean system = system();
        return system == null ? -1 : system.getOpenFileDescriptorCount();
    }

    private static UnixOperatingSystemMXBean system() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix ? unix : null;
    }
}

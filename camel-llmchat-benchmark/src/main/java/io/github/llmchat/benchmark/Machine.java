package io.github.llmchat.benchmark;

import java.lang.management.ManagementFactory;

import com.sun.management.OperatingSystemMXBean;

/** The machine and the JVM of a run. */
public final class Machine {

    private Machine() {
    }

    /** {@return one line for the head of a report} */
    public static String description() {
        return Runtime.getRuntime().availableProcessors() + " cores, JDK " + System.getProperty("java.vm.version") + ", "
               + collectors() + ", maximal heap " + Heap.mebibytes(Runtime.getRuntime().maxMemory()) + ", "
               + System.getProperty("os.name") + " " + System.getProperty("os.arch");
    }

    private static String collectors() {
        return ManagementFactory.getGarbageCollectorMXBeans().get(0).getName().split(" ")[0];
    }

    /** {@return CPU time of this JVM, in nanoseconds} */
    public static long cpuNanos() {
        return system().getProcessCpuTime();
    }

    /** {@return the share of all cores that was busy since the last question, 0 to 1; not a number if nobody knows} */
    public static double busySinceLast() {
        double load = system().getCpuLoad();
        return load < 0 ? Double.NaN : load;
    }

    private static OperatingSystemMXBean system() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    }
}

package io.github.llmchat.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import com.sun.management.OperatingSystemMXBean;

/** The machine and the JVM of a run. */
public final class Machine {

    private Machine() {
    }

    /** {@return one line for the head of a report: of the machine and of this JVM} */
    public static String description() {
        return description(Heap.mebibytes(Runtime.getRuntime().maxMemory()));
    }

    /**
     * {@return the same of other JVMs, which run on this one's JDK}
     *
     * @param heap how much they have
     */
    public static String description(String heap) {
        return Runtime.getRuntime().availableProcessors() + " cores" + model() + ", "
               + Heap.mebibytes(system().getTotalMemorySize()) + " of memory, JDK " + System.getProperty("java.vm.version")
               + ", " + collectors() + ", maximal heap " + heap + ", " + System.getProperty("os.name") + " "
               + System.getProperty("os.arch");
    }

    /** Empty where the system does not tell. */
    private static String model() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name")).findFirst()
                    .map(line -> " of " + line.substring(line.indexOf(':') + 1).strip()).orElse("");
        } catch (IOException e) {
            return "";
        }
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

package io.github.llmchat.benchmark.driver;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A JVM with one driver: each line of input is a workload, each line of output what it came to. */
public final class DriverProgram {

    private DriverProgram() {
    }

    /**
     * @param  args      the way, and the gateway's base URL
     * @throws Exception if the driver does not start
     */
    public static void main(String... args) throws Exception {
        try (Driver driver = Way.valueOf(args[0]).open(args[1]);
             BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println("ready");
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                System.out.println(new WorkloadRun(driver, Workload.read(line)).run().line());
            }
        }
        // clients of other people keep threads
        System.exit(0);
    }
}

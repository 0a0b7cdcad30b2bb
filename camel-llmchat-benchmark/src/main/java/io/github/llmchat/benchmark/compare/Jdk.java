package io.github.llmchat.benchmark.compare;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** What a JDK says of itself. */
final class Jdk {

    private Jdk() {
    }

    /** {@return its feature release, such as 25} */
    static String version(Path javaHome) {
        Properties release = new Properties();
        try (Reader file = Files.newBufferedReader(javaHome.resolve("release"))) {
            release.load(file);
        } catch (IOException e) {
            throw new IllegalArgumentException("--other-java=" + javaHome + " is no JDK: it has no file 'release'", e);
        }
        return release.getProperty("JAVA_VERSION", "\"?\"").replace("\"", "").split("\\.")[0];
    }
}

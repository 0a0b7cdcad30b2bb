package io.github.llmchat;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Awaitility's first look comes after a tenth of a second. Nearly each test awaits that everything has been given back,
 * so that this tenth was more than half of the time that all tests took. JUnit finds this class by its service file.
 */
public final class AwaitWithoutDelay implements BeforeAllCallback {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(BETWEEN_LOOKS);
    }
}

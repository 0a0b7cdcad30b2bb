package io.github.llmchat.examples.gateway;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import io.github.llmchat.examples.tickets.broker.KafkaBroker;
import io.github.llmchat.examples.tickets.report.Report;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The check that the program makes of its own route file, with a real broker. */
class GatewayRoutesTest {

    @Test
    void everyCheckIsFulfilled() throws Exception {
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        Report report;
        try (KafkaBroker broker = KafkaBroker.start()) {
            report = GatewayCheck.run(broker);
        }
        report.print(new PrintStream(screen, true, StandardCharsets.UTF_8));
        System.out.println(screen.toString(StandardCharsets.UTF_8));

        assertThat(report.complete()).as(screen.toString(StandardCharsets.UTF_8)).isTrue();
    }
}

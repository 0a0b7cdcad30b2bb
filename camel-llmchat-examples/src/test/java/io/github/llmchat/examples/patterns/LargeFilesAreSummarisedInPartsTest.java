package io.github.llmchat.examples.patterns;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.llmchat.testing.RecordedRequest;
import io.github.llmchat.testing.Script;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class LargeFilesAreSummarisedInPartsTest extends PatternScenario {

    private static final int PARAGRAPHS = 2_000;
    private static final int GROUP = 50;

    LargeFilesAreSummarisedInPartsTest() {
        super("summarise");
    }

    @Override
    Map<String, String> properties() {
        return Map.of("summarise.paragraphs", String.valueOf(GROUP));
    }

    @Test
    void summariesKeepTheOrderOfThePartsWhateverOrderTheyComeIn() throws Exception {
        CountDownLatch third = new CountDownLatch(1);
        GATEWAY.alwaysAnswers(request -> {
            if (isWhole(request)) {
                return Script.answer("all in all");
            }
            String number = prompt(request).substring(0, prompt(request).indexOf(' '));
            if (number.equals("0")) {
                // the first part is answered last but a few
                return Script.sse().holdHeaders(third).contentType("application/json").raw(
                        "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"s0\"},"
                                                                                           + "\"finish_reason\":\"stop\"}]}");
            }
            if (number.equals("" + 2 * GROUP)) {
                third.countDown();
            }
            return Script.answer("s" + number);
        });
        String text = IntStream.range(0, PARAGRAPHS).mapToObj(i -> i + " " + "words ".repeat(100))
                .collect(Collectors.joining("\n\n"));

        assertThat(routes.send(text)).isEqualTo("all in all");

        String summaries = IntStream.range(0, PARAGRAPHS / GROUP).mapToObj(i -> "s" + i * GROUP)
                .collect(Collectors.joining("\n\n"));
        assertThat(GATEWAY.requests()).hasSize(PARAGRAPHS / GROUP + 1);
        assertThat(GATEWAY.requests()).last().satisfies(request -> assertThat(prompt(request)).isEqualTo(summaries));
        Path inbox = folder.resolve("inbox");
        await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(inbox.resolve("done").resolve("text.txt")));
    }

    @Test
    void aPartThatFailsFailsTheFile() throws Exception {
        GATEWAY.alwaysAnswers(request -> prompt(request).startsWith("bad")
                ? Script.error(400, "invalid_request_error", null, "No") : Script.answer("fine"));
        Path inbox = folder.resolve("inbox");
        Files.writeString(Files.createDirectories(inbox).resolve("part.tmp"), "good\n\n".repeat(GROUP) + "bad\n\n");

        Files.move(inbox.resolve("part.tmp"), inbox.resolve("bad.txt"));

        await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(inbox.resolve("failed").resolve("bad.txt")));
        assertThat(folder.resolve("outbox").resolve("bad.summary.txt")).doesNotExist();
        assertThat(GATEWAY.requests()).noneMatch(LargeFilesAreSummarisedInPartsTest::isWhole);
    }

    private static boolean isWhole(RecordedRequest request) {
        return request.json().at("/messages/0/content").asText().contains("summaries");
    }
}

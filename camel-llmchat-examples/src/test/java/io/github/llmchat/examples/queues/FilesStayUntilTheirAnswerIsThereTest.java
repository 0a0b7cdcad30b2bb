package io.github.llmchat.examples.queues;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

import io.github.llmchat.LlmChatComponent;
import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.ScriptedGateway;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The routes for files that the page on queues shows, as they stand there. */
class FilesStayUntilTheirAnswerIsThereTest {

    private static final int FILES = 12;

    @TempDir
    Path folder;

    @Test
    void manyAreInFlightAndEachIsMovedWhenItsAnswerIsWritten() throws Exception {
        CountDownLatch answers = new CountDownLatch(1);
        try (ScriptedGateway gateway = new ScriptedGateway(); DefaultCamelContext context = new DefaultCamelContext()) {
            gateway.alwaysAnswers(request -> request.body().contains("poison")
                    ? Script.error(400, "invalid_request_error", "bad_prompt", "no") : Script.answer("fine").hold(answers));
            Path prompts = Files.createDirectory(folder.resolve("prompts"));
            for (int i = 1; i < FILES; i++) {
                Files.writeString(prompts.resolve(i + ".txt"), "Tell me about number " + i);
            }
            Files.writeString(prompts.resolve("0.txt"), "poison");
            context.getPropertiesComponent().addInitialProperty("work", folder.toString());
            context.getComponent("llmchat", LlmChatComponent.class).getConfiguration().setBaseUrl(gateway.baseUrl());
            QueuePage.run(context, QueuePage.yaml("file:"));

            gateway.awaitRequests(FILES, Duration.ofSeconds(30));
            await().atMost(30, SECONDS).until(() -> names(prompts.resolve("failed")).equals(List.of("0.txt")));
            assertThat(names(prompts)).hasSize(FILES - 1);
            assertThat(names(folder.resolve("answers"))).isEmpty();
            answers.countDown();

            await().atMost(30, SECONDS).until(() -> names(prompts.resolve("done")).size() == FILES - 1);
            assertThat(names(prompts)).isEmpty();
            assertThat(names(folder.resolve("answers"))).isEqualTo(names(prompts.resolve("done")));
            assertThat(gateway.requests()).hasSize(FILES);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}

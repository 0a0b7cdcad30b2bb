package io.github.llmchat.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.activation.DataHandler;
import jakarta.activation.FileDataSource;

import io.github.llmchat.LlmChatComponent;
import io.github.llmchat.testing.RecordedRequest;
import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.ScriptedGateway;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.attachment.AttachmentMessage;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The routes that the pages about media and thinking show are run as they stand there, and send what the pages say. */
class DocumentedDialectRoutesRunTest {

    private static final Pattern YAML = Pattern.compile("```yaml\n(- route:.*?)```", Pattern.DOTALL);
    private static final String SOUND = "\"modalities\":[\"text\",\"audio\"],\"audio\":{\"voice\":\"alloy\",\"format\":";
    /** What each route sends, in the order of the pages. */
    private static final List<String> SENT = List.of(
            "[{\"type\":\"text\",\"text\":\"What is in the picture? Answer in one sentence.\"},{\"type\":\"image_url\","
                                                     + "\"image_url\":{\"url\":\"data:image/png;base64,AQID\"}}]",
            "{\"type\":\"image_url\",\"image_url\":{\"url\":\"https://example.org/cat.png\",\"detail\":\"low\"}}",
            "{\"type\":\"file\",\"file\":{\"filename\":\"scan.pdf\",\"file_data\":\"data:application/pdf;base64,AQID\"}}",
            SOUND + "\"mp3\"}", SOUND + "\"pcm16\"},\"stream_options\":{\"include_usage\":true},\"stream\":true",
            "\"enable_thinking\":false", "\"thinking\":{\"type\":\"enabled\",\"clear_thinking\":false}", "\"stream\":true",
            "\"stream\":true", "{\"role\":\"user\",\"content\":\"Why?\"}");

    @RegisterExtension
    final ScriptedGateway gateway = new ScriptedGateway();
    @TempDir
    private Path inbox;
    @TempDir
    private Path outbox;

    record Snippet(String page, String yaml, String sent) {

        @Override
        public String toString() {
            return page + ", " + sent;
        }
    }

    static Stream<Snippet> routes() throws IOException {
        List<Snippet> snippets = new ArrayList<>();
        for (String page : List.of("media.md", "thinking.md")) {
            Matcher matcher = YAML.matcher(Files.readString(Path.of("..", "docs", page)));
            while (matcher.find()) {
                snippets.add(new Snippet(page, matcher.group(1), SENT.get(snippets.size())));
            }
        }
        return snippets.stream();
    }

    @BeforeEach
    void theGatewayAnswers() {
        gateway.alwaysAnswers(request -> request.json().path("stream").asBoolean()
                ? Script.sse().delta(0, "{\"reasoning_content\":\"hm\"}").text("yes").delta(0, "{\"audio\":{\"data\":\"QU\"}}")
                        .delta(0, "{\"audio\":{\"data\":\"JD\"}}").finish("stop").done()
                : Script.json(
                        "{\"choices\":[{\"message\":{\"content\":\"yes\",\"audio\":{\"data\":\"QUJD\"}},\"finish_reason\":\"stop\"}]}"));
    }

    @Test
    void everyRouteIsKnown() throws IOException {
        assertThat(routes()).hasSameSizeAs(SENT);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void aRouteSendsWhatThePageSays(Snippet snippet) throws Exception {
        Files.write(inbox.resolve("scan.png"), new byte[] { 1, 2, 3 });
        try (CamelContext context = context()) {
            PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("snippet.yaml", snippet.yaml()));
            context.start();
            if (snippet.yaml().contains("direct:ask")) {
                assertThat(ask(context, snippet.sent().contains("scan.pdf")).getException()).isNull();
            }
            RecordedRequest request = gateway.awaitRequests(1, Duration.ofSeconds(20)).get(0);
            assertThat(request.body()).contains(snippet.sent());
        }
        if (snippet.yaml().contains("{{outbox}}")) {
            try (Stream<Path> files = Files.list(outbox)) {
                assertThat(files).singleElement().satisfies(file -> assertThat(file).hasContent("ABC"));
            }
        }
    }

    private Exchange ask(CamelContext context, boolean withDocument) throws IOException {
        Path scan = Files.write(inbox.resolve("scan.pdf"), new byte[] { 1, 2, 3 });
        return context.createProducerTemplate().request("direct:ask", exchange -> {
            exchange.getMessage().setBody("Why?");
            if (withDocument) {
                exchange.getMessage(AttachmentMessage.class).addAttachment("scan.pdf",
                        new DataHandler(new FileDataSource(scan.toFile())));
            }
        });
    }

    private CamelContext context() {
        CamelContext context = new DefaultCamelContext();
        Properties places = new Properties();
        places.setProperty("inbox", inbox.toString());
        places.setProperty("outbox", outbox.toString());
        context.getPropertiesComponent().setInitialProperties(places);
        context.getComponent("llmchat", LlmChatComponent.class).getConfiguration().setBaseUrl(gateway.baseUrl());
        return context;
    }
}

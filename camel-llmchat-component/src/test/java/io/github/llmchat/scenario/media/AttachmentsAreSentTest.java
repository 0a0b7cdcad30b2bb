package io.github.llmchat.scenario.media;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import jakarta.activation.DataHandler;
import jakarta.activation.FileDataSource;

import io.github.llmchat.error.BadRequestException;
import org.apache.camel.Exchange;
import org.apache.camel.attachment.AttachmentMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AttachmentsAreSentTest extends MediaScenario {

    private static final String ASK = text("Look");

    @Test
    void eachAsWhatItIsInTheirOrder() {
        byte[] latin = "Grüße".getBytes(StandardCharsets.ISO_8859_1);

        assertAttached(uri("gpt-4o"), "Look", new Attachments()
                .add("photo", "image/png", BYTES)
                .add("call.wav", "audio/wav", BYTES)
                .add("scan.pdf", "application/pdf; name=scan.pdf", BYTES)
                .add("note.txt", "text/plain; charset=iso-8859-1", latin),
                user(ASK, PNG, audio("wav"), file("scan.pdf", "application/pdf"), text("Grüße")));
    }

    @Test
    void severalImages() {
        assertAttached(uri("gpt-4o"), "Look", new Attachments()
                .add("a.png", "image/png", BYTES)
                .add("b.jpg", "image/jpeg", BYTES),
                user(ASK, PNG, image("data:image/jpeg;base64," + BASE64)));
    }

    @Test
    void withoutATextOfTheirOwn() {
        assertAttached(uri("gpt-4o"), null, new Attachments().add("a.png", "image/png", BYTES), user(PNG));
    }

    @Test
    void theTypeIsTakenFromTheNameIfItOnlySaysBytes() {
        assertAttached(uri("gpt-4o"), "Look", new Attachments()
                .add("scan.pdf", "application/octet-stream", BYTES)
                .add("a.png", "application/octet-stream", BYTES),
                user(ASK, file("scan.pdf", "application/pdf"), PNG));
    }

    @Test
    void aFileOnDisk(@TempDir Path folder) throws IOException {
        Path scan = Files.write(folder.resolve("scan.pdf"), BYTES);

        assertAttached(uri("gpt-4o"), "Look", new Attachments().add("1", new DataHandler(new FileDataSource(scan.toFile()))),
                user(ASK, file("scan.pdf", "application/pdf")));
    }

    @Test
    void whatIsSwitchedOffStays() {
        assertAttached(uri("gpt-4o", "attachments=false"), "Look", new Attachments().add("a.png", "image/png", BYTES),
                "{\"role\":\"user\",\"content\":\"Look\"}");
    }

    @Test
    void theyStayOnTheMessage() {
        Exchange exchange = attach(uri("gpt-4o"), "Look", new Attachments().add("a.png", "image/png", BYTES));

        assertThat(exchange.getMessage(AttachmentMessage.class).getAttachmentNames()).containsExactly("a.png");
    }

    @ParameterizedTest
    @CsvSource({ "mystery.bin, application/octet-stream", "'1', ''", "film.mp4, video/mp4", "mail.eml, message/rfc822" })
    void whatHasNoPartNamesTheAttachmentAndTheWayOut(String name, String type) {
        assertRefused(new Attachments().add("ok.png", "image/png", BYTES).add(name, type, BYTES), "attachment " + name);
    }

    @ParameterizedTest
    @CsvSource({ "a.png, image/png, no bytes", "a.pdf, application/pdf, no bytes", "a.txt, text/plain, no text" })
    void anEmptyOne(String name, String type, String words) {
        assertRefused(new Attachments().add(name, type, new byte[0]), "attachment " + name, words);
    }

    @Test
    void oneThatIsGone(@TempDir Path folder) {
        Path scan = folder.resolve("gone.pdf");

        assertRefused(new Attachments().add("1", new DataHandler(new FileDataSource(scan.toFile()))), "gone.pdf",
                "can't be read");
    }

    private void assertRefused(Attachments attachments, String... words) {
        Exchange exchange = attach(uri("gpt-4o"), "Look", attachments);

        assertThat(exchange.getException()).isInstanceOf(BadRequestException.class)
                .hasMessageContainingAll(words).hasMessageContaining("attachments=false");
        assertThat(gateway.requests()).isEmpty();
    }
}

package io.github.llmchat.scenario.media;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.apache.camel.Exchange;
import org.apache.camel.WrappedFile;
import org.apache.camel.converter.stream.InputStreamCache;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class EveryBodyOfBytesIsSentTest extends MediaScenario {

    private static final Map<String, ?> IS_PNG = Map.of("Content-Type", "image/png");

    @TempDir
    private Path folder;
    private Path photo;

    @BeforeEach
    void aFile() throws IOException {
        photo = Files.write(folder.resolve("photo.PNG"), BYTES);
    }

    @Test
    void anArray() {
        call(uri("gpt-4o"), BYTES, IS_PNG);

        assertThat(onlyRequest().body())
                .isEqualTo("{\"model\":\"gpt-4o\",\"messages\":[" + user(PNG) + "]}");
    }

    @Test
    void aBuffer() {
        call(uri("gpt-4o"), ByteBuffer.wrap(BYTES), IS_PNG);

        assertMessages(user(PNG));
    }

    @Test
    void aStream() throws IOException {
        try (FileInputStream stream = new FileInputStream(photo.toFile())) {
            call(uri("gpt-4o"), stream, IS_PNG);
        }
        assertMessages(user(PNG));
    }

    @Test
    void aCachedStream() {
        call(uri("gpt-4o"), new InputStreamCache(BYTES), IS_PNG);

        assertMessages(user(PNG));
    }

    @Test
    void aFileByItsName() {
        call(uri("gpt-4o"), photo.toFile());

        assertMessages(user(PNG));
    }

    @Test
    void aPathByItsName() {
        call(uri("gpt-4o"), photo);

        assertMessages(user(PNG));
    }

    @Test
    void aFileThatWasPolled() {
        Exchange polled = consumer.receive("file:" + folder + "?noop=true&initialDelay=0", 10_000);
        assertThat(polled.getMessage().getBody()).isInstanceOf(WrappedFile.class);

        call(uri("gpt-4o"), polled.getMessage().getBody());
        consumer.doneUoW(polled);

        assertMessages(user(PNG));
    }
}

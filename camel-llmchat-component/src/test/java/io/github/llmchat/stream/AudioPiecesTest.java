package io.github.llmchat.stream;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JacksonException;
import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.model.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class AudioPiecesTest {

    /** What is sent, and the letters that it stands for. */
    static Stream<Arguments> base64() {
        return Stream.of(
                arguments("QUJDREVG", "ABCDEF"),
                arguments("QUJDRA==", "ABCD"),
                arguments("QUJDREU=", "ABCDE"),
                // pieces that were each encoded for themselves
                arguments("QQ==QkM=REVG", "ABCDEF"),
                arguments("QUI=Qw==RA==RUY=", "ABCDEF"),
                // without padding
                arguments("QUJDREU", "ABCDE"),
                arguments("QUJDRA", "ABCD"),
                // in lines, as MIME has it
                arguments("QUJD\r\nREVG\r\n", "ABCDEF"),
                arguments("QU\nJDRA\n==\n", "ABCD"),
                arguments("", ""));
    }

    @ParameterizedTest
    @MethodSource("base64")
    void theBytesDoNotDependOnWhereTheBase64IsCut(String base64, String letters) throws JacksonException {
        for (int i = 0; i <= base64.length(); i++) {
            for (int j = i; j <= base64.length(); j++) {
                List<String> pieces = List.of(base64.substring(0, i), base64.substring(i, j), base64.substring(j));
                assertThat(new String(sum(pieces), StandardCharsets.US_ASCII)).as("pieces %s", pieces).isEqualTo(letters);
            }
        }
    }

    @Test
    void everyByteValueAtEverySplit() throws JacksonException {
        byte[] sound = new byte[256];
        for (int i = 0; i < sound.length; i++) {
            sound[i] = (byte) i;
        }
        String base64 = Base64.getEncoder().encodeToString(sound);
        for (int i = 0; i <= base64.length(); i++) {
            assertThat(sum(List.of(base64.substring(0, i), base64.substring(i)))).as("cut at %d", i).isEqualTo(sound);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "QU!D", "sound.wav", "QUJD-_-_" })
    void whatIsNoBase64GivesNoBytesButStaysReadable(String text) throws JacksonException {
        ChatChunk chunk = new AudioPieces().decoded(chunk(0, text));

        assertThat(chunk.audioData()).isEmpty();
        assertThat(chunk.audio().base64()).isEqualTo(text);
        assertThatThrownBy(() -> chunk.audio().data()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void eachAnswerHasItsOwnSound() throws JacksonException {
        AudioPieces pieces = new AudioPieces();

        assertThat(pieces.decoded(chunk(0, "QU")).audioData()).isEmpty();
        assertThat(pieces.decoded(chunk(1, "WF")).audioData()).isEmpty();
        assertThat(pieces.decoded(chunk(0, "JD")).audioData()).asString().isEqualTo("ABC");
        assertThat(pieces.decoded(chunk(1, "la")).audioData()).asString().isEqualTo("XYZ");
    }

    private static byte[] sum(List<String> texts) throws JacksonException {
        AudioPieces pieces = new AudioPieces();
        ByteArrayOutputStream sum = new ByteArrayOutputStream();
        for (String text : texts) {
            sum.writeBytes(pieces.decoded(chunk(0, text)).audioData());
        }
        ChatCompletion completion = ChatCompletion.fromTree(Json.object());
        sum.writeBytes(pieces.closing(ChatChunk.closing(completion, texts.size())).audioData());
        return sum.toByteArray();
    }

    private static ChatChunk chunk(int choice, String base64) throws JacksonException {
        String json = "{\"choices\":[{\"index\":%d,\"delta\":{\"audio\":{\"data\":\"%s\"}}}]}"
                .formatted(choice, base64.replace("\n", "\\n").replace("\r", "\\r"));
        return ChatChunk.read(json.getBytes(StandardCharsets.UTF_8), 0);
    }
}

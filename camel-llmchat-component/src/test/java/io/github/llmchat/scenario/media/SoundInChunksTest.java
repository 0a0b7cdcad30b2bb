package io.github.llmchat.scenario.media;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

import io.github.llmchat.testing.Script;
import org.apache.camel.Exchange;
import org.apache.camel.Expression;
import org.apache.camel.spi.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SoundInChunksTest extends SpokenScenario {

    @ParameterizedTest
    @ValueSource(ints = { 1, 2, 3, 4, 7, 100, 1000 })
    void chunksHaveTheSoundInWholeBytes(int length) {
        gateway.willAnswer(streamed(BASE64, length));

        Exchange exchange = ask(llmchat("chunksTo=direct:chunk&output=audio"));

        assertThat(exchange.getMessage().getBody()).isEqualTo(SOUND);
        ByteArrayOutputStream sum = new ByteArrayOutputStream();
        chunks.forEach(chunk -> sum.writeBytes(chunk.audioData()));
        assertThat(sum.toByteArray()).isEqualTo(SOUND);
        assertThat(chunks.get(0).audioData()).isEmpty();
        assertThat(chunks.get(0).audio().id()).isEqualTo("audio_1");
    }

    @Test
    void piecesThatAreEachEncodedForThemselvesAreOneSound() {
        gateway.willAnswer(Script.sse().delta(0, data("QQ==")).delta(0, data("QkM=")).delta(0, data("REVG")).finish("stop")
                .done());

        assertThat(ask(llmchat("output=audio&streaming=true")).getMessage().getBody())
                .isEqualTo("ABCDEF".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void theLastBytesOfSoundWithoutPaddingAreInTheClosingChunk() {
        gateway.willAnswer(Script.sse().delta(0, data("QUJDRA")).finish("stop").done());

        ask(llmchat("chunksTo=direct:chunk"));

        assertThat(chunks).extracting(chunk -> new String(chunk.audioData(), StandardCharsets.US_ASCII)).containsExactly("ABC",
                "", "D");
        assertThat(chunks.get(2).last()).isTrue();
    }

    @Test
    void simpleExpressionsFindSoundAndTranscript() {
        gateway.willAnswer(streamed(BASE64, 100));

        Exchange exchange = ask(llmchat("chunksTo=direct:chunk&output=message"));

        Language simple = context.resolveLanguage("simple");
        assertThat(simple.createExpression("${body.audio.id}: ${body.audio.transcript}").evaluate(exchange, String.class))
                .isEqualTo("audio_1: Hello Ada");
        assertThat(simple.createExpression("${body.audio.data}").evaluate(exchange, byte[].class)).isEqualTo(SOUND);
        Expression piece = simple.createExpression("${body?.audio.transcript}");
        assertThat(chunks).extracting(chunk -> {
            exchange.getMessage().setBody(chunk);
            return piece.evaluate(exchange, String.class);
        }).startsWith("Hello", " Ada", "").last().isIn(null, "");
    }
}

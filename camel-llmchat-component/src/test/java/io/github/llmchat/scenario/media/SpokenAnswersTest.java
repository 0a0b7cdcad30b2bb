package io.github.llmchat.scenario.media;

import io.github.llmchat.error.BadRequestException;
import io.github.llmchat.error.ServerException;
import io.github.llmchat.model.ChatMessage;
import io.github.llmchat.testing.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SpokenAnswersTest extends SpokenScenario {

    @Test
    void theBodyIsTheSoundOfAWholeAnswer() {
        gateway.willAnswer(whole(BASE64));

        assertThat(ask(llmchat("output=audio")).getMessage().getBody()).isEqualTo(SOUND);
    }

    @Test
    void theBodyIsTheSoundOfAStream() {
        gateway.willAnswer(streamed(BASE64, 5));

        assertThat(ask(llmchat("output=audio&streaming=true")).getMessage().getBody()).isEqualTo(SOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "streaming=true&output=text", "chunksTo=direct:chunk" })
    void theTextIsTheTranscript(String options) {
        gateway.willAnswer(options.isEmpty() ? whole(BASE64) : streamed(BASE64, 8));

        assertThat(ask(llmchat(options)).getMessage().getBody()).isEqualTo("Hello Ada");
    }

    @ParameterizedTest
    @ValueSource(strings = { "output=message", "output=message&streaming=true" })
    void theMessageHasSoundAndTranscript(String options) {
        gateway.willAnswer(options.contains("streaming") ? streamed(BASE64, 8) : whole(BASE64));

        ChatMessage message = ask(llmchat(options)).getMessage().getBody(ChatMessage.class);

        assertThat(message.audio().data()).isEqualTo(SOUND);
        assertThat(message.audio().transcript()).isEqualTo("Hello Ada");
        assertThat(message.audio().id()).isEqualTo("audio_1");
        assertThat(message.audio().expiresAt()).isEqualTo(1_767_225_600L);
        assertThat(message.content()).isEmpty();
    }

    @Test
    void aWrittenAnswerCountsBeforeTheTranscript() {
        gateway.willAnswer(Script.json(
                "{\"choices\":[{\"index\":0,\"message\":{\"content\":\"Hi\",\"audio\":{\"data\":\"QQ==\","
                                       + "\"transcript\":\"Hello\"}},\"finish_reason\":\"stop\"}]}"));

        assertThat(ask(llmchat("")).getMessage().getBody()).isEqualTo("Hi");
    }

    @ParameterizedTest
    @ValueSource(strings = { "output=audio", "output=audio&streaming=true", "output=audio&chunksTo=direct:chunk" })
    void anAnswerWithoutSoundSaysWhatToSet(String options) {
        gateway.willAnswer(options.equals("output=audio")
                ? Script.answer("Hello") : Script.sse().text("Hello").finish("stop").done());

        assertThat(ask(llmchat(options)).getException()).isInstanceOf(BadRequestException.class)
                .hasMessageContainingAll("no audio", "modalities=text,audio", "audioVoice", "audioFormat");
    }

    @ParameterizedTest
    @ValueSource(strings = { "output=audio", "output=audio&streaming=true" })
    void soundThatIsNoBase64IsTheGatewaysMistake(String options) {
        String broken = "QUJD!REVG";
        gateway.willAnswer(options.equals("output=audio") ? whole(broken) : streamed(broken, 4));

        assertThat(ask(llmchat(options)).getException()).isInstanceOf(ServerException.class)
                .hasMessage("The audio of the answer is malformed Base64");
    }
}

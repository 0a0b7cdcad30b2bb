package io.github.llmchat;

import io.github.llmchat.error.BadRequestException;
import io.github.llmchat.error.ServerException;
import io.github.llmchat.model.Audio;
import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.model.ChatMessage;
import io.github.llmchat.stream.AnswerHead;

/** Answers that are sound. */
final class SpokenAnswer {

    private SpokenAnswer() {
    }

    /** What the model said in writing, else what it said aloud: spoken answers have no content. */
    static String text(ChatMessage message) {
        String content = message.content();
        Audio audio = content.isEmpty() ? message.audio() : null;
        return audio == null ? content : audio.transcript();
    }

    /**
     * @throws BadRequestException if the answer was not spoken
     * @throws ServerException     if what was sent as sound is none
     */
    static byte[] of(ChatCompletion completion, AnswerHead head) {
        Audio audio = completion.message().audio();
        byte[] data = audio == null ? new byte[0] : bytes(audio, head);
        if (data.length == 0) {
            throw new BadRequestException(
                    "The answer has no audio (output=audio): ask for it with modalities=text,audio, audioVoice and "
                                          + "audioFormat, and a model that speaks",
                    head.details(), null);
        }
        return data;
    }

    private static byte[] bytes(Audio audio, AnswerHead head) {
        try {
            return audio.data();
        } catch (IllegalArgumentException e) {
            throw new ServerException("The audio of the answer is malformed Base64", head.details(), e);
        }
    }
}

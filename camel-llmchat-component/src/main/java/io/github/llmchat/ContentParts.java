package io.github.llmchat;

import io.github.llmchat.model.ContentPart;

/** From bytes and what they are to the content part that the API has for them. */
final class ContentParts {

    private ContentParts() {
    }

    /**
     * @param  name                     the file's name, or null
     * @param  what                     what the bytes are to the user, for messages
     * @throws IllegalArgumentException if the API has no part for them
     */
    static ContentPart of(byte[] bytes, MediaType type, String name, String what) {
        if (type.isText()) {
            return ContentPart.text(new String(bytes, type.charset()));
        }
        if (bytes.length == 0) {
            throw new IllegalArgumentException(what + " of media type " + type.name() + " has no bytes");
        }
        if (type.isImage()) {
            return ContentPart.image(bytes, type.name());
        }
        if (type.isAudio()) {
            return ContentPart.inputAudio(bytes, type.audioFormat());
        }
        if (type.isVideo() || !type.name().startsWith("application/")) {
            throw new IllegalArgumentException(
                    what + " of media type " + type.name() + " can't be sent: allowed are text, images, audio and documents "
                                               + "(application/...); what only your gateway knows can be given as a content "
                                               + "part of a conversation");
        }
        return ContentPart.file(bytes, type.name(), name);
    }
}

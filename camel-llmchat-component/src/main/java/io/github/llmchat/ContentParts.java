package io.github.llmchat;

import io.github.llmchat.model.ContentPart;

/** From bytes and what they are to the content part that the API has for them. */
final class ContentParts {

    private ContentParts() {
    }

    /**
     * Whether there is a part at all; asked before the bytes are read, which may be many.
     *
     * @param  what                     what the bytes are to the user, for messages
     * @throws IllegalArgumentException if there is none
     */
    static void requirePartFor(MediaType type, String what) {
        boolean known = type.isText() || type.isImage() || type.isAudio() || type.name().startsWith("application/");
        if (!known) {
            throw new IllegalArgumentException(
                    what + " of media type " + type.name() + " can't be sent: allowed are text, images, audio and documents "
                                               + "(application/...); what only your gateway knows can be given as a content "
                                               + "part of a conversation");
        }
    }

    /**
     * @param  name                     the file's name, or null
     * @param  what                     what the bytes are to the user, for messages
     * @throws IllegalArgumentException if there is no part for them, or nothing in them
     */
    static ContentPart of(byte[] bytes, MediaType type, String name, String what) {
        requirePartFor(type, what);
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
        return ContentPart.file(bytes, type.name(), name);
    }
}

package io.github.llmchat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.activation.DataHandler;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.llmchat.model.ContentPart;
import org.apache.camel.Message;
import org.apache.camel.attachment.AttachmentMessage;
import org.apache.camel.attachment.DefaultAttachmentMessage;

/** What a message brings beside its body: images by URL, and attachments. */
final class Media {

    private static final String HINT = "; attachments=false sends no attachments";

    private final LlmChatConfiguration options;

    Media(LlmChatConfiguration options) {
        this.options = options;
    }

    /** @throws IllegalArgumentException if an image or attachment can't be sent */
    List<ContentPart> of(Message message) {
        List<ContentPart> parts = new ArrayList<>();
        addImages(message, parts);
        if (options.isAttachments()) {
            addAttachments(message, parts);
        }
        return parts;
    }

    /** How closely the model looks at images, as the message or the endpoint says. */
    ContentPart withDetail(ContentPart part, Message message) {
        if (!"image_url".equals(part.type())) {
            return part;
        }
        String own = message.getHeader(LlmChatConstants.IMAGE_DETAIL, String.class);
        String detail = own == null || own.isBlank() ? options.getImageDetail() : own;
        return detail == null || detail.isBlank() ? part : part.withDetail(detail);
    }

    private static void addImages(Message message, List<ContentPart> parts) {
        Object header = ValueType.plain(message.getHeader(LlmChatConstants.IMAGE_URL));
        if (header == null || header instanceof String text && text.isBlank()) {
            return;
        }
        Iterable<JsonNode> urls = JsonValues.texts(several(header));
        if (urls == null) {
            throw new IllegalArgumentException(
                    "The header " + LlmChatConstants.IMAGE_URL + " must be a URL, or a list or JSON array of URLs");
        }
        urls.forEach(url -> parts.add(ContentPart.imageUrl(checked(url.textValue().strip()))));
    }

    /** What is a list, or is to be read as one. */
    private static Object several(Object header) {
        if (header instanceof Collection<?> list) {
            return list.stream().map(Media::one).toList();
        }
        boolean array = header instanceof String text && text.stripLeading().startsWith("[");
        return array || header instanceof JsonNode ? header : List.of(one(header));
    }

    private static Object one(Object url) {
        return url instanceof URI || url instanceof URL ? url.toString() : url;
    }

    /** Anything else would be for the gateway to resolve, on its own machine. */
    private static String checked(String url) {
        String lower = url.substring(0, Math.min(url.length(), "data:image/".length())).toLowerCase(Locale.ROOT);
        if (lower.startsWith("https://") || lower.startsWith("http://") || lower.startsWith("data:image/")) {
            return url;
        }
        throw new IllegalArgumentException(
                "The header " + LlmChatConstants.IMAGE_URL + " has '" + RequestField.shown(url)
                                           + "', allowed are https, http and data:image URLs");
    }

    private static void addAttachments(Message message, List<ContentPart> parts) {
        AttachmentMessage attachments = message instanceof AttachmentMessage own ? own : new DefaultAttachmentMessage(message);
        if (!attachments.hasAttachments()) {
            return;
        }
        for (Map.Entry<String, DataHandler> attachment : attachments.getAttachments().entrySet()) {
            parts.add(part(attachment.getKey(), attachment.getValue()));
        }
    }

    private static ContentPart part(String id, DataHandler data) {
        // sources without a name say so in either way
        String name = data.getName() == null || data.getName().isBlank() ? id : data.getName();
        MediaType type = MediaType.parse(data.getContentType());
        if (type == null) {
            type = MediaType.ofFile(name);
        }
        String what = "The attachment " + RequestField.shown(name);
        if (type == null) {
            throw new IllegalArgumentException(what + " has no media type that says what it is" + HINT);
        }
        try {
            ContentParts.requirePartFor(type, what);
            ContentPart part = ContentParts.of(bytes(data, what), type, name, what);
            if (part.text() != null && part.text().isBlank()) {
                throw new IllegalArgumentException(what + " of media type " + type.name() + " has no text");
            }
            return part;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(e.getMessage() + HINT, e);
        }
    }

    private static byte[] bytes(DataHandler data, String what) {
        try (InputStream in = data.getInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalArgumentException(what + " can't be read", e);
        }
    }
}

package io.github.llmchat;

import java.io.File;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;

import io.github.llmchat.model.ContentPart;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.WrappedFile;

/** A message body that is bytes in some form; its media type says what they are. */
final class BinaryBody {

    private static final String WHAT = "A body";

    private final CamelContext context;

    BinaryBody(CamelContext context) {
        this.context = context;
    }

    static boolean is(Object body) {
        return body instanceof byte[] || body instanceof ByteBuffer || body instanceof InputStream || body instanceof File
                || body instanceof Path || body instanceof WrappedFile;
    }

    /** @throws IllegalArgumentException if nothing says what the bytes are, or there is no content part for it */
    ContentPart part(Message message) {
        Object body = message.getBody();
        String fileName = fileName(message, body);
        MediaType type = mediaType(message, fileName);
        if (type == null) {
            throw new IllegalArgumentException(
                    "The media type of a body of type " + TextBody.describe(body) + " is unknown: put convertBodyTo(String) "
                                               + "before llmchat if it is text, or set the header "
                                               + LlmChatConstants.MEDIA_TYPE);
        }
        ContentParts.requirePartFor(type, WHAT);
        return ContentParts.of(bytes(message, body), type, fileName, WHAT);
    }

    private byte[] bytes(Message message, Object body) {
        byte[] bytes = message.getExchange() == null
                ? context.getTypeConverter().convertTo(byte[].class, body)
                : context.getTypeConverter().convertTo(byte[].class, message.getExchange(), body);
        return bytes == null ? new byte[0] : bytes;
    }

    private static MediaType mediaType(Message message, String fileName) {
        String type = message.getHeader(LlmChatConstants.MEDIA_TYPE, String.class);
        if (type == null || type.isBlank()) {
            type = message.getHeader(Exchange.CONTENT_TYPE, String.class);
        }
        MediaType said = MediaType.parse(type);
        return said == null ? MediaType.ofFile(fileName) : said;
    }

    private static String fileName(Message message, Object body) {
        String name = message.getHeader(Exchange.FILE_NAME_ONLY, String.class);
        if (name == null) {
            name = message.getHeader(Exchange.FILE_NAME, String.class);
        }
        return name == null ? ownName(body) : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    private static String ownName(Object body) {
        if (body instanceof WrappedFile<?> wrapped) {
            return wrapped.getFile() instanceof File file ? file.getName() : null;
        }
        if (body instanceof Path path) {
            return path.getFileName() == null ? null : path.getFileName().toString();
        }
        return body instanceof File file ? file.getName() : null;
    }
}

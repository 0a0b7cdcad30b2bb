package io.github.llmchat;

import java.io.File;
import java.io.InputStream;
import java.io.Reader;
import java.net.URLConnection;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.databind.node.NullNode;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.WrappedFile;

/** The text in a message body that is no conversation. */
final class TextBody {

    private static final Set<String> TEXT_TYPES = Set.of(
            "application/json", "application/xml", "application/yaml", "application/x-yaml", "application/javascript",
            "application/x-ndjson", "application/sql");

    private final CamelContext context;

    TextBody(CamelContext context) {
        this.context = context;
    }

    /** The text, or null if there is no body. */
    String text(Message message) {
        Object body = message.getBody();
        if (body == null || body instanceof String) {
            return (String) body;
        }
        if (body instanceof NullNode) {
            return null;
        }
        if (body instanceof byte[] || body instanceof ByteBuffer || body instanceof InputStream || body instanceof File
                || body instanceof Path || body instanceof WrappedFile) {
            return bytesAsText(message, body);
        }
        boolean value = body instanceof CharSequence || body instanceof Number || body instanceof Boolean
                || body instanceof Character || body instanceof Enum;
        if (value) {
            return body.toString();
        }
        // a converter of its own, not Camel's fallback, which would send any object's toString()
        boolean convertible = body instanceof Reader
                || context.getTypeConverterRegistry().lookup(String.class, body.getClass()) != null;
        String text = convertible ? message.getBody(String.class) : null;
        if (text == null) {
            throw new IllegalArgumentException(
                    "A message body of type " + describe(body) + " is no prompt: put marshal().json() or convertBodyTo(String) "
                                               + "before llmchat");
        }
        return text;
    }

    private String bytesAsText(Message message, Object body) {
        String type = mediaType(message, body);
        if (type == null) {
            throw new IllegalArgumentException(
                    "The media type of a body of type " + describe(body) + " is unknown: put convertBodyTo(String) before "
                                               + "llmchat if it is text, or set the header " + LlmChatConstants.MEDIA_TYPE);
        }
        String bare = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!bare.startsWith("text/") && !TEXT_TYPES.contains(bare) && !bare.endsWith("+json") && !bare.endsWith("+xml")) {
            throw new IllegalArgumentException(
                    "A body of media type " + bare + " can't be sent: this version sends text only");
        }
        byte[] bytes = message.getExchange() == null
                ? context.getTypeConverter().convertTo(byte[].class, body)
                : context.getTypeConverter().convertTo(byte[].class, message.getExchange(), body);
        return bytes == null ? null : new String(bytes, charset(type));
    }

    private static String mediaType(Message message, Object body) {
        String type = message.getHeader(LlmChatConstants.MEDIA_TYPE, String.class);
        if (type == null) {
            type = message.getHeader(Exchange.CONTENT_TYPE, String.class);
        }
        if (type != null && !type.isBlank()) {
            return type;
        }
        String name = message.getHeader(Exchange.FILE_NAME, String.class);
        if (name == null) {
            name = fileName(body);
        }
        return name == null ? null : typeOf(name.toLowerCase(Locale.ROOT));
    }

    private static String fileName(Object body) {
        if (body instanceof WrappedFile<?> wrapped) {
            return wrapped.getFile() instanceof File file ? file.getName() : null;
        }
        if (body instanceof Path path) {
            return String.valueOf(path.getFileName());
        }
        return body instanceof File file ? file.getName() : null;
    }

    private static String typeOf(String name) {
        if (name.endsWith(".md") || name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".csv")
                || name.endsWith(".json") || name.endsWith(".log")) {
            return "text/plain";
        }
        return URLConnection.guessContentTypeFromName(name);
    }

    private static Charset charset(String type) {
        int at = type.toLowerCase(Locale.ROOT).indexOf("charset=");
        if (at < 0) {
            return StandardCharsets.UTF_8;
        }
        String name = type.substring(at + "charset=".length()).split(";", 2)[0].replace("\"", "").strip();
        return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
    }

    static String describe(Object body) {
        return body == null ? "null" : body.getClass().getName();
    }
}

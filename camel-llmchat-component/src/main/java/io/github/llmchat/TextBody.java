package io.github.llmchat;

import java.io.Reader;

import com.fasterxml.jackson.databind.node.NullNode;
import org.apache.camel.CamelContext;
import org.apache.camel.Message;

/** The text in a message body that is neither a conversation nor bytes. */
final class TextBody {

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

    static String describe(Object body) {
        return body == null ? "null" : body.getClass().getName();
    }
}

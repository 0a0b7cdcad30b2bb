package io.github.llmchat.scenario.media;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.activation.DataHandler;

import io.github.llmchat.scenario.request.OneCallScenario;
import org.apache.camel.Exchange;
import org.apache.camel.attachment.AttachmentMessage;

import static org.assertj.core.api.Assertions.assertThat;

/** Calls with images, sound and files, whose messages are looked at as they are on the wire. */
abstract class MediaScenario extends OneCallScenario {

    static final byte[] BYTES = { 1, 2, 3, -1 };
    static final String BASE64 = "AQID/w==";
    static final String PNG = image("data:image/png;base64," + BASE64);

    static String text(String text) {
        return "{\"type\":\"text\",\"text\":\"" + text + "\"}";
    }

    static String image(String url) {
        return "{\"type\":\"image_url\",\"image_url\":{\"url\":\"" + url + "\"}}";
    }

    static String audio(String format) {
        return "{\"type\":\"input_audio\",\"input_audio\":{\"data\":\"" + BASE64 + "\",\"format\":\"" + format + "\"}}";
    }

    static String file(String name, String type) {
        String named = name == null ? "" : "\"filename\":\"" + name + "\",";
        return "{\"type\":\"file\",\"file\":{" + named + "\"file_data\":\"data:" + type + ";base64," + BASE64 + "\"}}";
    }

    static String user(String... parts) {
        return "{\"role\":\"user\",\"content\":[" + String.join(",", parts) + "]}";
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Attachments in the order in which they are added. */
    static final class Attachments {

        private final Map<String, DataHandler> handlers = new LinkedHashMap<>();

        Attachments add(String name, String type, byte[] bytes) {
            handlers.put(name, new DataHandler(new NamelessBytes(type, bytes)));
            return this;
        }

        Attachments add(String name, DataHandler handler) {
            handlers.put(name, handler);
            return this;
        }
    }

    /** Sends a message with attachments to an endpoint. */
    final Exchange attach(String uri, Object body, Attachments attachments) {
        return template.request(uri, exchange -> {
            exchange.getMessage().setBody(body);
            AttachmentMessage message = exchange.getMessage(AttachmentMessage.class);
            attachments.handlers.forEach(message::addAttachment);
        });
    }

    /** Like {@link #attach}; fails unless exactly these messages were sent. */
    final void assertAttached(String uri, Object body, Attachments attachments, String... messages) {
        Exchange exchange = attach(uri, body, attachments);

        assertThat(exchange.getException()).as("exception of the call").isNull();
        assertMessages(messages);
    }

    /** Fails unless exactly these messages were sent, in one request. */
    final void assertMessages(String... messages) {
        assertThat(onlyRequest().json().path("messages")).hasToString("[" + String.join(",", messages) + "]");
    }
}

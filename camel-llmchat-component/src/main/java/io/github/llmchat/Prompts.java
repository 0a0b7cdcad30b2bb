package io.github.llmchat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.apache.camel.CamelContext;
import org.apache.camel.Message;
import org.apache.camel.support.ResourceHelper;

/**
 * System, developer and user message: from the header as it is, else from the option, which may name a resource. A
 * header never names one: it may come from outside. An empty text counts as not set, as in all request headers.
 */
final class Prompts {

    private static final String RESOURCE = "resource:";

    private final CamelContext context;
    private final String systemMessage;
    private final String developerMessage;
    private final String userMessage;

    Prompts(CamelContext context, LlmChatConfiguration options) {
        this.context = context;
        this.systemMessage = load("systemMessage", options.getSystemMessage());
        this.developerMessage = load("developerMessage", options.getDeveloperMessage());
        this.userMessage = load("userMessage", options.getUserMessage());
    }

    private String load(String option, String value) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        if (!value.startsWith(RESOURCE)) {
            return value;
        }
        String uri = value.substring(RESOURCE.length());
        try (InputStream in = ResourceHelper.resolveMandatoryResourceAsInputStream(context, uri)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalArgumentException(option + "=" + value + ": the resource can't be read", e);
        }
    }

    String systemMessage(Message message) {
        return choose(message, LlmChatConstants.SYSTEM_MESSAGE, systemMessage);
    }

    String developerMessage(Message message) {
        return choose(message, LlmChatConstants.DEVELOPER_MESSAGE, developerMessage);
    }

    String userMessage(Message message) {
        return choose(message, LlmChatConstants.USER_MESSAGE, userMessage);
    }

    private static String choose(Message message, String header, String option) {
        String own = message.getHeader(header, String.class);
        return own != null && !own.isEmpty() ? own : option;
    }
}

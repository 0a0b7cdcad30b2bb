package io.github.llmchat;

import org.apache.camel.CamelContext;
import org.apache.camel.Message;

/**
 * System, developer and user message: from the header as it is, else from the option, which may name a resource. A
 * header never names one: it may come from outside. An empty text counts as not set, as in all request headers.
 */
final class Prompts {

    private final String systemMessage;
    private final String developerMessage;
    private final String userMessage;

    Prompts(CamelContext context, LlmChatConfiguration options) {
        this.systemMessage = TextResource.load(context, "systemMessage", options.getSystemMessage());
        this.developerMessage = TextResource.load(context, "developerMessage", options.getDeveloperMessage());
        this.userMessage = TextResource.load(context, "userMessage", options.getUserMessage());
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

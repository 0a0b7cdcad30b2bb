package io.github.llmchat;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.llmchat.error.BadRequestException;
import io.github.llmchat.error.ErrorDetails;
import io.github.llmchat.model.ChatMessage;
import io.github.llmchat.model.ChatRequest;
import io.github.llmchat.model.Json;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * From an exchange to a request: for each field the header counts, else the body's own field if the body is a whole
 * request, else the endpoint's option. What can't be sent fails here, before anything is sent.
 */
final class RequestBinding {

    private final String model;
    private final LlmChatConfiguration options;
    private final MessageBinding messages;
    private final HttpHeaderBinding httpHeaders;
    private final AdditionalBody additionalBody;
    private final Prompts prompts;
    private final ReplayedMessages replayed;
    private final AnswerTypes answerTypes;
    private final EndpointTools tools;

    /** @throws IllegalArgumentException if an option's value is not allowed */
    RequestBinding(LlmChatEndpoint endpoint, EndpointTools tools) {
        this.tools = tools;
        this.model = endpoint.getModel();
        this.options = endpoint.getConfiguration().copy();
        options.setTools(TextResource.load(endpoint.getCamelContext(), "tools", options.getTools()));
        for (RequestField field : RequestField.values()) {
            field.check(options);
        }
        this.prompts = new Prompts(endpoint.getCamelContext(), options);
        this.messages = new MessageBinding(endpoint.getCamelContext(), options);
        this.httpHeaders = new HttpHeaderBinding(endpoint.getCamelContext(), options);
        this.additionalBody = new AdditionalBody(options);
        this.replayed = new ReplayedMessages(options);
        this.answerTypes = new AnswerTypes(endpoint.getCamelContext(), options);
    }

    BoundRequest bind(Exchange exchange) {
        try {
            return bind(exchange, exchange.getMessage());
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(e.getMessage(), ErrorDetails.NONE, e);
        }
    }

    private BoundRequest bind(Exchange exchange, Message message) {
        ChatRequest conversation = options.getOperation() == LlmChatOperation.toolResults
                ? ToolResults.bind(exchange) : messages.bind(message, prompts.userMessage(message));
        ObjectNode given = withInstructions(conversation, message).copyOfTree();
        AnswerForm answer = AnswerForm.of(message, given, options);
        AnswerType answerType = answerTypes.of(message);
        ObjectNode tree = Json.object();
        tree.put("model", model(message, given));
        tree.set("messages", given.remove("messages"));
        replayed.adapt(tree.get("messages"));
        given.remove("model");
        tree.setAll(given);
        addFields(tree, message, answerType);
        if (answer.streaming()) {
            tree.put("stream", true);
        } else {
            // gateways refuse stream_options in a request that is not streamed
            tree.remove(List.of("stream", "stream_options"));
        }
        CacheUse cache = CacheUse.of(message, options);
        ToolConversation offered = tools.offer(tree, exchange);
        return new BoundRequest(
                tree, httpHeaders.bind(message, answer.streaming()), answer, answerType, EarlierRounds.NONE,
                options.getTokensPerMinute() == 0 ? 0 : ExpectedTokens.of(tree), offered, cache);
    }

    private void addFields(ObjectNode tree, Message message, AnswerType answerType) {
        additionalBody.addMissingTo(tree);
        // most messages have none: one look at each header there is, instead of one for each name of ours
        Message overriding = LlmChatHeaders.hasRequest(message) ? message : null;
        for (RequestField field : RequestField.values()) {
            field.applyTo(tree, overriding, options);
        }
        if (answerType != null && !tree.hasNonNull("response_format")) {
            tree.set("response_format", answerType.schema().responseFormat());
        }
        additionalBody.addOwnTo(tree, message);
    }

    private String model(Message message, JsonNode given) {
        String header = message.getHeader(LlmChatConstants.MODEL, String.class);
        if (header != null && !header.isBlank()) {
            return header;
        }
        if (!ModelName.isAny(model)) {
            return model;
        }
        String own = given.path("model").asText("");
        if (own.isBlank()) {
            throw new IllegalArgumentException(
                    "No model: llmchat:* takes it from the header " + LlmChatConstants.MODEL
                                               + ", or from a body that is a whole request");
        }
        return own;
    }

    /** System and developer message count only where the conversation has neither. */
    private ChatRequest withInstructions(ChatRequest conversation, Message message) {
        List<ChatMessage> given = conversation.messages();
        boolean instructed = given.stream().anyMatch(m -> "system".equals(m.role()) || "developer".equals(m.role()));
        if (instructed) {
            return conversation;
        }
        List<ChatMessage> all = new ArrayList<>();
        String system = prompts.systemMessage(message);
        if (system != null) {
            all.add(ChatMessage.system(system));
        }
        String developer = prompts.developerMessage(message);
        if (developer != null) {
            all.add(ChatMessage.developer(developer));
        }
        if (all.isEmpty()) {
            return conversation;
        }
        all.addAll(given);
        return conversation.withMessages(all);
    }

    /** What the call consumed, so that a second call in the same route does not inherit it. */
    static void removeRequestHeaders(Message message) {
        if (message.hasHeaders()) {
            message.getHeaders().keySet().removeIf(LlmChatHeaders::isRequest);
        }
    }
}

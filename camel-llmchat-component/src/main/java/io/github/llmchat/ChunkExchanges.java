package io.github.llmchat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import io.github.llmchat.model.ChatChunk;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.PatternHelper;

/**
 * Makes the chunk exchanges of one stream from what the caller's exchange was when the call began: by the time a chunk arrives
 * that exchange may be in other hands.
 */
final class ChunkExchanges {

    private static final Set<String> REQUEST_HEADERS = new HashSet<>(LlmChatHeaders.REQUEST);

    private final String streamId;
    private final String callerId;
    private final boolean events;
    private final ChunkTarget target;
    private final Map<String, Object> headers;
    private final Map<String, Object> properties;
    private final Map<String, Object> variables;

    ChunkExchanges(Exchange caller, String streamId, LlmChatConfiguration options, ChunkTarget target) {
        this.streamId = streamId;
        this.callerId = caller.getExchangeId();
        this.events = options.isChunkEvents();
        this.target = target;
        this.headers = headers(caller.getMessage(), options.getChunkHeaders());
        this.properties = caller.hasProperties() ? new HashMap<>(caller.getProperties()) : Map.of();
        this.variables = caller.hasVariables() ? new HashMap<>(caller.getVariables()) : Map.of();
    }

    private static Map<String, Object> headers(Message caller, String which) {
        if ("none".equals(which) || !caller.hasHeaders()) {
            return Map.of();
        }
        Map<String, Object> wanted = new HashMap<>();
        caller.getHeaders().forEach((name, value) -> {
            boolean asked = "all".equals(which) || PatternHelper.matchPattern(name, which);
            if (asked && !REQUEST_HEADERS.contains(name)) {
                wanted.put(name, value);
            }
        });
        return wanted;
    }

    Exchange create(ChatChunk chunk) {
        // never InOut: with a target such as jms: each chunk would wait for a reply
        Exchange exchange = DefaultExchange.newFromEndpoint(target.endpoint(), ExchangePattern.InOnly);
        exchange.getExchangeExtension().setNotifyEvent(events);
        properties.forEach(exchange::setProperty);
        variables.forEach(exchange::setVariable);
        exchange.setProperty(Exchange.CORRELATION_ID, callerId);
        Message message = exchange.getMessage();
        message.setBody(chunk);
        message.getHeaders().putAll(headers);
        message.setHeader(LlmChatConstants.STREAM_ID, streamId);
        message.setHeader(LlmChatConstants.CHUNK_INDEX, (long) chunk.index());
        message.setHeader(LlmChatConstants.CHUNK_LAST, chunk.last());
        message.setHeader(LlmChatConstants.CHOICE_INDEX, (long) chunk.choiceIndex());
        return exchange;
    }
}

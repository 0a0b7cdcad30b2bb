package io.github.llmchat;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import io.github.llmchat.camel.RouteTarget;
import io.github.llmchat.model.ChatChunk;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.PatternHelper;

/**
 * Makes the chunk exchanges of one stream from what the caller's exchange was when the call began: by the time a chunk
 * arrives that exchange may be in other hands.
 */
final class ChunkExchanges {

    /**
     * Of what Camel itself keeps in properties, where in a split, loop or batch the caller was; the rest is its own
     * affair.
     */
    private static final Set<ExchangePropertyKey> POSITION = EnumSet.of(
            ExchangePropertyKey.AGGREGATED_COMPLETED_BY, ExchangePropertyKey.AGGREGATED_CORRELATION_KEY,
            ExchangePropertyKey.AGGREGATED_SIZE, ExchangePropertyKey.BATCH_COMPLETE, ExchangePropertyKey.BATCH_INDEX,
            ExchangePropertyKey.BATCH_SIZE, ExchangePropertyKey.LOOP_INDEX, ExchangePropertyKey.LOOP_SIZE,
            ExchangePropertyKey.MULTICAST_COMPLETE, ExchangePropertyKey.MULTICAST_INDEX, ExchangePropertyKey.SPLIT_COMPLETE,
            ExchangePropertyKey.SPLIT_INDEX, ExchangePropertyKey.SPLIT_SIZE);

    private final String callerId;
    private final boolean events;
    private final RouteTarget target;
    /**
     * What most chunks have, in Camel's own kind of map: copied in one go, where putting nine headers one by one into
     * it compares names some twenty times.
     */
    private final Map<String, Object> headers;
    private final Map<ExchangePropertyKey, Object> position;
    private final Map<String, Object> properties;
    private final Map<String, Object> variables;

    ChunkExchanges(Exchange caller, String streamId, LlmChatConfiguration options, RouteTarget target) {
        this.callerId = caller.getExchangeId();
        this.events = options.isChunkEvents();
        this.target = target;
        this.headers = caller.getContext().getCamelContextExtension().getHeadersMapFactory()
                .newMap(headers(caller.getMessage(), options.getChunkHeaders()));
        headers.put(LlmChatConstants.STREAM_ID, streamId);
        headers.put(LlmChatConstants.CHUNK_INDEX, 0L);
        headers.put(LlmChatConstants.CHUNK_LAST, false);
        headers.put(LlmChatConstants.CHOICE_INDEX, 0L);
        this.position = position(caller);
        this.properties = caller.hasProperties() ? new HashMap<>(caller.getProperties()) : Map.of();
        this.variables = caller.hasVariables() ? new HashMap<>(caller.getVariables()) : Map.of();
    }

    private static Map<ExchangePropertyKey, Object> position(Exchange caller) {
        Map<ExchangePropertyKey, Object> known = new EnumMap<>(ExchangePropertyKey.class);
        for (ExchangePropertyKey key : POSITION) {
            Object value = caller.getProperty(key);
            if (value != null) {
                known.put(key, value);
            }
        }
        return known;
    }

    private static Map<String, Object> headers(Message caller, String which) {
        if ("none".equals(which) || !caller.hasHeaders()) {
            return Map.of();
        }
        Map<String, Object> wanted = new HashMap<>();
        caller.getHeaders().forEach((name, value) -> {
            boolean asked = "all".equals(which) || PatternHelper.matchPattern(name, which);
            if (asked && !LlmChatHeaders.isRequest(name)) {
                wanted.put(name, value);
            }
        });
        return wanted;
    }

    Exchange create(ChatChunk chunk) {
        // never InOut: with a target such as jms: each chunk would wait for a reply
        Exchange exchange = DefaultExchange.newFromEndpoint(target.endpoint(), ExchangePattern.InOnly);
        // Camel's name for "is itself about an event": notifiers hear nothing of it
        exchange.getExchangeExtension().setNotifyEvent(!events);
        copyState(exchange);
        exchange.setProperty(ExchangePropertyKey.CORRELATION_ID, callerId);
        exchange.setIn(new ChunkMessage(exchange, chunk, headers));
        return exchange;
    }

    /** Most callers have little of it. */
    private void copyState(Exchange exchange) {
        if (!position.isEmpty()) {
            position.forEach(exchange::setProperty);
        }
        if (!properties.isEmpty()) {
            properties.forEach(exchange::setProperty);
        }
        if (!variables.isEmpty()) {
            variables.forEach(exchange::setVariable);
        }
    }
}

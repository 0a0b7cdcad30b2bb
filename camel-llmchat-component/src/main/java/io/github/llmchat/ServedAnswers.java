package io.github.llmchat;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.stream.BaseStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.model.ChatMessage;
import io.github.llmchat.model.Json;
import io.github.llmchat.model.ToolCall;
import io.github.llmchat.server.Delivery;
import io.github.llmchat.server.IteratorPublisher;
import io.github.llmchat.server.ServerCall;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * From what a route has made of an exchange to the answer for the client.
 */
final class ServedAnswers {

    private final LlmChatEndpoint endpoint;

    ServedAnswers(LlmChatEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** @throws IllegalStateException if the body is no answer */
    void answer(Exchange exchange, ServerCall call, Consumer<Delivery> done) {
        Message message = exchange.getMessage();
        ChatCompletion untouched = ServedExchange.untouched(exchange);
        if (exchange.getException() != null) {
            call.refuse(exchange.getException(), done);
        } else if (refusalStatus(message) != null) {
            call.refuse(refusalStatus(message), text(exchange, message.getBody()), retryAfter(message), done);
        } else if (untouched != null) {
            call.answer(untouched, done);
        } else if (message.getBody() instanceof ChatCompletion completion) {
            call.answer(completion, done);
        } else {
            Flow.Publisher<?> stream = stream(message.getBody());
            if (stream != null) {
                call.answer(stream, piece -> text(exchange, piece), done);
            } else {
                call.answer(completion(exchange, call), done);
            }
        }
    }

    /** As Camel's HTTP servers have it: the route itself says with which status it refuses. */
    private static Integer refusalStatus(Message message) {
        Integer status = message.getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
        return status != null && status >= 400 && status < 600 ? status : null;
    }

    private static Duration retryAfter(Message message) {
        Long seconds = message.getHeader("Retry-After", Long.class);
        return seconds == null || seconds < 0 ? null : Duration.ofSeconds(seconds);
    }

    /** What brings its pieces one after the other; null if the body is something else. */
    private Flow.Publisher<?> stream(Object body) {
        if (body instanceof Flow.Publisher<?> publisher) {
            return publisher;
        }
        Iterator<?> iterator = null;
        if (body instanceof Iterator<?> given) {
            iterator = given;
        } else if (body instanceof BaseStream<?, ?> given) {
            iterator = given.iterator();
        } else if (body instanceof Iterable<?> given && !isToolCalls(body)
                && !(body instanceof JsonNode)) {
            iterator = given.iterator();
        }
        return iterator == null ? null : new IteratorPublisher(iterator, endpoint.getComponent().threads().readers());
    }

    private static boolean isToolCalls(Object body) {
        return body instanceof List<?> list && !list.isEmpty() && list.stream().allMatch(ToolCall.class::isInstance);
    }

    private static ChatCompletion completion(Exchange exchange, ServerCall call) {
        Message message = exchange.getMessage();
        ObjectNode tree = Json.object().put("id", "chatcmpl-" + call.id()).put("object", "chat.completion")
                .put("created", System.currentTimeMillis() / 1000).put("model", call.request().model());
        ObjectNode choice = tree.putArray("choices").addObject().put("index", 0);
        boolean calls = false;
        if (message.getBody() instanceof ChatMessage whole) {
            choice.set("message", whole.copyOfTree());
            calls = !whole.toolCalls().isEmpty();
        } else {
            ObjectNode made = choice.putObject("message").put("role", "assistant");
            calls = isToolCalls(message.getBody());
            if (calls) {
                ArrayNode list = made.putNull("content").putArray("tool_calls");
                ((List<?>) message.getBody()).forEach(toolCall -> list.add(((ToolCall) toolCall).copyOfTree()));
            } else {
                made.put("content", text(exchange, message.getBody()));
            }
            String reasoning = message.getHeader(LlmChatConstants.REASONING_CONTENT, String.class);
            if (reasoning != null) {
                made.put("reasoning_content", reasoning);
            }
        }
        String reason = message.getHeader(LlmChatConstants.FINISH_REASON, String.class);
        choice.put("finish_reason", calls ? "tool_calls" : reason == null ? "stop" : reason);
        usage(message, tree);
        return ChatCompletion.fromTree(tree);
    }

    /** What the route's last call took, also if its text was changed afterwards. */
    private static void usage(Message message, ObjectNode tree) {
        Long prompt = message.getHeader(LlmChatConstants.PROMPT_TOKENS, Long.class);
        Long completion = message.getHeader(LlmChatConstants.COMPLETION_TOKENS, Long.class);
        Long total = message.getHeader(LlmChatConstants.TOTAL_TOKENS, Long.class);
        if (prompt != null && completion != null) {
            tree.putObject("usage").put("prompt_tokens", prompt).put("completion_tokens", completion)
                    .put("total_tokens", total == null ? prompt + completion : total);
        }
    }

    private static String text(Exchange exchange, Object piece) {
        String text = piece == null ? null : exchange.getContext().getTypeConverter().convertTo(String.class, exchange, piece);
        if (text == null) {
            throw new IllegalStateException(
                    "The route served by " + exchange.getFromEndpoint() + " gave no answer: its body is "
                                            + (piece == null ? "null" : piece.getClass().getName())
                                            + ", allowed is a text, ChatMessage, ChatCompletion, ChatStream, or an Iterator "
                                            + "or Flow.Publisher of chunks or texts");
        }
        return text;
    }
}

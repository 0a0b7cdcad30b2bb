package io.github.llmchat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import io.github.llmchat.cache.CacheAccess;
import io.github.llmchat.cache.Fingerprint;
import io.github.llmchat.error.ConnectionException;
import io.github.llmchat.error.ErrorDetails;
import io.github.llmchat.http.GatewayRequest;
import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.model.Json;
import io.github.llmchat.stream.AnswerHead;
import io.github.llmchat.stream.AnswerReceiver;
import io.github.llmchat.stream.CompletionEvents;
import io.github.llmchat.stream.OpenCall;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An endpoint's cache of completions, between what wants an answer and what sends requests: a request whose answer is
 * there is not sent, and its receiver is given the answer as if a gateway had. Any thread may call it.
 */
final class CachedAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(CachedAnswers.class);

    private final LlmChatConfiguration options;
    private final ProducerCalls calls;
    private final ResponseBinding binding;
    private final URI url;
    private final Duration patience;
    private final Supplier<CacheAccess> access;

    CachedAnswers(LlmChatEndpoint endpoint, ProducerCalls calls, ResponseBinding binding, URI url) {
        this.options = endpoint.getConfiguration();
        this.calls = calls;
        this.binding = binding;
        this.url = url;
        this.patience = CallSettings.duration("cacheTimeout", options.getCacheTimeout());
        this.access = () -> endpoint.getComponent().cache(options.getCompletionCache());
    }

    /** Gives the receiver the answer that was kept, else sends the request. The call counts as open meanwhile. */
    void send(GatewayRequest toSend, OpenCall call, BoundRequest request, AnswerReceiver receiver) {
        CacheUse use = request.cache();
        if (use == null) {
            calls.send(toSend, call, receiver);
        } else if (!use.reads()) {
            use.answered(false);
            calls.send(toSend, call, receiver);
        } else {
            CacheLookup lookup = new CacheLookup();
            receiver.source(lookup);
            calls.waits(call);
            access.get().get(() -> fingerprint(request), patience, kept -> {
                if (!lookup.aborted()) {
                    found(usable(request, kept), toSend, call, request, receiver);
                }
            });
        }
    }

    private void found(
            ChatCompletion kept, GatewayRequest toSend, OpenCall call, BoundRequest request, AnswerReceiver receiver) {
        boolean hit = kept != null;
        access.get().count(hit);
        request.cache().answered(hit);
        if (hit) {
            replay(kept, request.streaming(), receiver);
            return;
        }
        try {
            calls.sendAfterWait(toSend, call, receiver);
        } catch (RuntimeException e) {
            receiver.failed(partial -> new ConnectionException("The request could not be sent", ErrorDetails.NONE, e));
        }
    }

    /** The completion, unless it can't be read, or would fail the exchange: then the gateway may do better. */
    private ChatCompletion usable(BoundRequest request, String kept) {
        if (kept == null) {
            return null;
        }
        try {
            ChatCompletion completion = ChatCompletion.fromJson(kept);
            boolean canAskAgain = options.getChunksTo() == null && request.output() != LlmChatOutput.stream;
            return binding.goesOnWith(request, completion, canAskAgain) && Keepable.whyNot(completion) == null
                    ? completion.asReceived(kept) : null;
        } catch (IllegalArgumentException e) {
            LOG.debug("What was kept is no completion", e);
            return null;
        }
    }

    private static void replay(ChatCompletion kept, boolean streaming, AnswerReceiver receiver) {
        receiver.head(AnswerHead.CACHED);
        if (streaming) {
            CompletionEvents.of(kept).forEach(receiver::event);
            receiver.flush();
            receiver.streamEnd(null);
        } else {
            receiver.body(kept.toJson().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Whether this answer is to be kept before the exchange goes on. */
    boolean keeps(BoundRequest request, ChatCompletion answer, AnswerHead head) {
        if (request.cache() == null || !request.cache().writes() || head.cached()) {
            return false;
        }
        String whyNot = Keepable.whyNot(request.tree(), answer);
        if (whyNot != null) {
            LOG.debug("Answer {} is not kept: {}", answer.id(), whyNot);
        }
        return whyNot == null;
    }

    /** @param then on the component's pool, when the answer was kept, or could not be */
    void keep(BoundRequest request, ChatCompletion answer, Runnable then) {
        // calls of tools go back with ids, which we may have given them
        boolean calls = answer.choices().stream().anyMatch(choice -> !choice.message().toolCalls().isEmpty());
        String json = calls ? Json.text(answer.copyOfTree()) : answer.toJson();
        access.get().put(() -> fingerprint(request), json, patience, () -> this.calls.threads().execute(then));
    }

    private String fingerprint(BoundRequest request) {
        Map<String, String> headers = new HashMap<>(request.httpHeaders());
        String key = headers.remove(options.getApiKeyHeader());
        String namespace = request.cache().namespace();
        String sharedBy = namespace == null ? "key " + key : "namespace " + namespace;
        return Fingerprint.of(sharedBy, url.toString(), headers, options.isStripThinking(), request.tree());
    }
}

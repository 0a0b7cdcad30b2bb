package io.github.llmchat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.llmchat.error.BadRequestException;
import io.github.llmchat.error.ErrorDetails;
import io.github.llmchat.error.SafeText;
import io.github.llmchat.error.StreamCancelledException;
import io.github.llmchat.http.CallLimits;
import io.github.llmchat.http.GatewayRequest;
import io.github.llmchat.model.ModelInfo;

/**
 * The option {@code checkModel}: before an image is sent, the gateway's catalogue is asked whether the model takes any.
 * Only an entry that says otherwise keeps a request back.
 */
final class ImageCheck {

    private static final Set<String> IMAGES = Set.of("image_url", "input_image");
    /** An entry is small: a catalogue that needs longer must not hold up what is to be sent. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final LlmChatConfiguration options;
    private final ModelCatalogue catalogue;
    private final ProducerCalls calls;
    private final CallLimits limits;

    ImageCheck(LlmChatEndpoint endpoint, ProducerCalls calls) {
        this.options = endpoint.getConfiguration();
        this.catalogue = endpoint.getComponent().catalogue();
        this.calls = calls;
        this.limits = limits(calls.limits());
    }

    private static CallLimits limits(CallLimits chat) {
        boolean shorter = chat.requestTimeout().isZero() || chat.requestTimeout().compareTo(LONGEST) > 0;
        return new CallLimits(
                chat.readTimeout(), chat.chunkTimeout(), shorter ? LONGEST : chat.requestTimeout(), chat.streamTimeout(),
                chat.maxEventSize(), chat.maxResponseSize());
    }

    /**
     * Sends the request now, or when the catalogue has answered; no thread waits.
     *
     * @param  end                 told if the request is kept back, or can't be sent, later than now
     * @throws BadRequestException if it is known already that the model takes no images
     */
    void before(BoundRequest request, Outcome end, Runnable send) {
        String model = request.tree().path("model").asText();
        if (!options.isCheckModel() || model.isBlank() || !hasImage(request.tree().path("messages"))) {
            send.run();
            return;
        }
        CatalogueLookup lookup = lookup(model, request.httpHeaders());
        Optional<ModelInfo> known = lookup.known();
        if (known != null) {
            lookup.leave();
            refuseTextOnly(model, known);
            send.run();
            return;
        }
        CatalogueWait wait = new CatalogueWait(calls, lookup, end);
        wait.begin(entry -> {
            refuseTextOnly(model, entry);
            send.run();
        });
    }

    private CatalogueLookup lookup(String model, Map<String, String> chatHeaders) {
        Map<String, String> headers = new LinkedHashMap<>(chatHeaders);
        headers.put("Accept", "application/json");
        GatewayRequest request;
        try {
            request = GatewayRequest.get(calls.url(CataloguePath.of(model)), headers, limits);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(e.getMessage(), ErrorDetails.NONE, e);
        }
        CatalogueKey key = new CatalogueKey(request.url(), headers.get(options.getApiKeyHeader()), headers.get("vendor"));
        return catalogue.lookup(key, lookup -> ask(request, key, model, lookup));
    }

    private void ask(GatewayRequest request, CatalogueKey key, String model, CatalogueLookup lookup) {
        PlainCall call = new PlainCall(
                calls.newId(), calls.threads(), calls::ended,
                (body, head) -> lookup.found(ModelAnswer.entry(body, head).model()),
                failure -> {
                    catalogue.missing(key, model, failure);
                    lookup.failed(failure);
                });
        try {
            calls.sendForAll(request, call, call);
        } catch (RuntimeException e) {
            // who has joined in the meantime must not wait for ever
            lookup.failed(new StreamCancelledException("The catalogue can't be asked", ErrorDetails.NONE, null, e));
            throw e;
        }
        lookup.asks(call);
    }

    private static boolean hasImage(JsonNode messages) {
        for (JsonNode message : messages) {
            for (JsonNode part : message.path("content")) {
                if (IMAGES.contains(part.path("type").asText())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void refuseTextOnly(String model, Optional<ModelInfo> entry) {
        if (entry.isPresent() && !entry.get().acceptsImages()) {
            throw new BadRequestException(
                    "The request holds an image, but the catalogue entry of the model " + SafeText.of(model)
                                          + " lists no image input, only " + String.join(", ", entry.get().inputModalities())
                                          + "; checkModel=false sends it nevertheless",
                    ErrorDetails.NONE);
        }
    }
}

package io.github.llmchat.scenario.models;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.github.llmchat.model.ModelInfo;
import io.github.llmchat.scenario.request.OneCallScenario;
import io.github.llmchat.testing.RecordedRequest;
import io.github.llmchat.testing.Script;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** Questions about models, and chats with images, through routes. */
abstract class ModelScenario extends OneCallScenario {

    /** Long enough for a busy machine; no test passes by waiting for it. */
    static final Duration SOON = Duration.ofSeconds(30);

    static final String MODELS = "operation=models";
    static final String CATALOGUE = "operation=modelCatalog";
    static final String CHECK = "checkModel=true";

    static final String TEXT_ONLY = "{\"id\":\"m\",\"modalities\":{\"input\":[\"text\"],\"output\":[\"text\"]}}";
    static final String SEES = "{\"id\":\"m\",\"modalities\":{\"input\":[\"text\",\"image\"],\"output\":[\"text\"]}}";

    /** A conversation with an image in it. */
    static final Map<String, Object> IMAGE = conversation("image_url");

    static Map<String, Object> conversation(String partType) {
        return Map.of(
                "role", "user", "content", List.of(
                        Map.of("type", "text", "text", "What is this?"),
                        Map.of("type", partType, "image_url", Map.of("url", "https://example.com/cat.png"))));
    }

    /** The catalogue answers every question with the one script, the model every chat. */
    void catalogueAnswers(Script entry) {
        gateway.alwaysAnswers(request -> isCatalogue(request) ? entry : chatAnswer(request));
    }

    static Script chatAnswer(RecordedRequest request) {
        return request.json().path("stream").asBoolean()
                ? Script.sse().text("A ", "cat").finish("stop").done() : Script.answer("A cat");
    }

    static boolean isCatalogue(RecordedRequest request) {
        return request.path().startsWith("/v1/model-catalog/");
    }

    long catalogueRequests() {
        return gateway.requests().stream().filter(ModelScenario::isCatalogue).count();
    }

    long chatRequests() {
        return gateway.requests().size() - catalogueRequests();
    }

    /** Starts a route with this id and endpoint; {@return where to send to it} */
    String route(String id, String uri) {
        String start = "direct:" + id;
        try {
            RouteBuilder.addRoutes(context, routes -> routes.from(start).routeId(id).to(uri));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return start;
    }

    /** Sends without waiting. */
    CompletableFuture<Exchange> send(String start, Object body) {
        return template.asyncSend(start, exchange -> exchange.getMessage().setBody(body));
    }

    @SuppressWarnings("unchecked")
    static List<ModelInfo> models(Exchange exchange) {
        return exchange.getMessage().getBody(List.class);
    }
}

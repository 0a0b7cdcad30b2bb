package io.github.llmchat.scenario.models;

import java.util.List;
import java.util.Map;

import io.github.llmchat.LlmChatConstants;
import io.github.llmchat.error.BadRequestException;
import io.github.llmchat.model.ChatRequest;
import io.github.llmchat.model.Json;
import io.github.llmchat.testing.RecordedRequest;
import io.github.llmchat.testing.Script;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** checkModel: nothing but an entry that says otherwise keeps an image back. */
class ImagesGoToModelsThatTakeThemTest extends ModelScenario {

    @ParameterizedTest
    @ValueSource(strings = { "image_url", "input_image" })
    void anImageForATextModelIsNotSent(String partType) {
        catalogueAnswers(Script.json(TEXT_ONLY));

        Exchange exchange = request(uri("a/b:c", CHECK), conversation(partType), Map.of());

        assertThat(exchange.getException()).isExactlyInstanceOf(BadRequestException.class)
                .hasMessageContainingAll("a/b:c", "image", "text", "checkModel=false");
        assertThat(exchange.getProperty(LlmChatConstants.ERROR_CATEGORY)).isEqualTo("VALIDATION");
        RecordedRequest question = onlyRequest();
        assertThat(question.method()).isEqualTo("GET");
        assertThat(question.path()).isEqualTo("/v1/model-catalog/a%2Fb%3Ac");
        assertThat(question.header("Authorization")).isEqualTo("Bearer " + KEY);
        assertThat(question.header("Accept")).isEqualTo("application/json");
    }

    @Test
    void theNextOneIsRefusedWithoutAQuestion() {
        catalogueAnswers(Script.json(TEXT_ONLY));

        request(uri("m", CHECK), IMAGE, Map.of());
        Exchange second = request(uri("m", CHECK, "streaming=true"), IMAGE, Map.of());

        assertThat(second.getException()).isExactlyInstanceOf(BadRequestException.class);
        assertThat(gateway.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            SEES, "{\"id\":\"m\"}", "{\"id\":\"m\",\"modalities\":{}}", "{\"id\":\"m\",\"modalities\":{\"input\":[]}}",
            "{\"id\":\"m\",\"architecture\":{\"input_modalities\":[\"text\",\"image\"]}}" })
    void anImageForAModelThatMayTakeItIsSent(String entry) {
        catalogueAnswers(Script.json(entry));

        Exchange exchange = call(uri("m", CHECK), IMAGE);

        assertThat(exchange.getMessage().getBody()).isEqualTo("A cat");
        assertThat(gateway.requests()).extracting(RecordedRequest::method).containsExactly("GET", "POST");
    }

    @Test
    void aModalityElsewhereInTheEntryCounts() {
        catalogueAnswers(Script.json("{\"id\":\"m\",\"architecture\":{\"input_modalities\":[\"text\",\"audio\"]}}"));

        assertThat(request(uri("m", CHECK), IMAGE, Map.of()).getException()).hasMessageContaining("only text, audio");
    }

    @Test
    void anImageFurtherBackInTheConversationCounts() {
        catalogueAnswers(Script.json(TEXT_ONLY));
        List<Map<String, Object>> conversation = List.of(
                IMAGE, Map.of("role", "assistant", "content", "A cat"), Map.of("role", "user", "content", "Which?"));

        assertThat(request(uri("m", CHECK), conversation, Map.of()).getException())
                .isExactlyInstanceOf(BadRequestException.class);
    }

    @Test
    void theModelIsTheOneThatIsSent() {
        catalogueAnswers(Script.json(SEES));
        ChatRequest whole = ChatRequest.fromTree(Json.mapper().valueToTree(
                Map.of("model", "from-body", "messages", List.of(IMAGE))));

        call(uri("*", CHECK), whole);
        call(uri("*", CHECK), whole, Map.of(LlmChatConstants.MODEL, "from-header"));

        assertThat(gateway.requests()).extracting(RecordedRequest::path).containsExactly(
                "/v1/model-catalog/from-body", "/v1/chat/completions", "/v1/model-catalog/from-header",
                "/v1/chat/completions");
    }

    @ParameterizedTest
    @ValueSource(strings = { "streaming=true&output=text", "chunksTo=direct:chunk" })
    void streamsBeginAfterTheAnswer(String options) {
        catalogueAnswers(Script.json(SEES));
        route("chunk", "log:chunk?level=TRACE");

        assertThat(call(uri("m", CHECK, options), IMAGE).getMessage().getBody(String.class)).isEqualTo("A cat");
        assertThat(chatRequests()).isOne();
    }

    @Test
    void textNeedsNoQuestion() {
        catalogueAnswers(Script.json(TEXT_ONLY));

        call(uri("m", CHECK), "What is an image_url?");

        assertThat(catalogueRequests()).isZero();
    }

    @Test
    void withoutTheOptionNothingIsAsked() {
        catalogueAnswers(Script.json(TEXT_ONLY));

        call(uri("m"), IMAGE);

        assertThat(catalogueRequests()).isZero();
    }
}

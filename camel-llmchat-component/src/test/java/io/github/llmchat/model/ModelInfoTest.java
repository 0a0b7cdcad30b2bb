package io.github.llmchat.model;

import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ModelInfoTest {

    private static final String OPENROUTER
            = "{\"id\":\"a/b\",\"name\":\"B by A\",\"created\":1754414231,\"architecture\":{\"modality\":\"text+image->text\","
              + "\"input_modalities\":[\"Text\",\"image\"],\"output_modalities\":[\"text\"]},\"pricing\":{\"prompt\":0.10}}";

    @Test
    void readsAnEntryOfOpenRouter() {
        ModelInfo model = ModelInfo.fromJson(OPENROUTER);

        assertThat(model.id()).isEqualTo("a/b");
        assertThat(model.created()).isEqualTo(1754414231L);
        assertThat(model.ownedBy()).isNull();
        assertThat(model.inputModalities()).containsExactly("text", "image");
        assertThat(model.outputModalities()).containsExactly("text");
        assertThat(model.acceptsImages()).isTrue();
    }

    @Test
    void keepsWhatItDoesNotKnow() throws Exception {
        ModelInfo model = ModelInfo.fromJson(OPENROUTER);

        assertThat(model.toJson()).isEqualTo(OPENROUTER);
        assertThat(new ObjectMapper().writeValueAsString(model)).isEqualTo(OPENROUTER);
        assertThat(new ObjectMapper().readValue(OPENROUTER, ModelInfo.class).id()).isEqualTo("a/b");
        assertThat(model.get("pricing").path("prompt")).hasToString("0.10");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{\"id\":\"a\",\"name\":\"b\"}|a", "{\"name\":\"b\",\"model\":\"c\"}|b", "{\"model\":\"c\"}|c", "{\"id\":7}|7",
            "{\"id\":\"\",\"name\":\"b\"}|b", "{}|" })
    void hasAnIdUnderSeveralNames(String json, String id) {
        assertThat(ModelInfo.fromJson(json).id()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{}", "{\"modalities\":null}", "{\"modalities\":{\"output\":[\"text\"]}}", "{\"modalities\":[\"text\"]}",
            "{\"modalities\":{\"input\":[]}}", "{\"modalities\":{\"input\":[\"text\",\"IMAGE\"]}}",
            "{\"modalities\":{\"input\":\"image\"}}", "{\"modalities\":{\"input\":[\"vision\"]}}",
            "{\"input_modalities\":[\"image\"]}" })
    void acceptsImagesUnlessItSaysOtherwise(String json) {
        assertThat(ModelInfo.fromJson(json).acceptsImages()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{\"modalities\":{\"input\":[\"text\"]}}", "{\"modalities\":{\"input\":\"text\"}}",
            "{\"architecture\":{\"input_modalities\":[\"text\",\"file\"]}}", "{\"input_modalities\":[\"text\"]}",
            "{\"modalities\":{\"input\":[\"text\"],\"output\":[\"image\"]}}" })
    void acceptsNoImagesIfItNamesOtherInputOnly(String json) {
        assertThat(ModelInfo.fromJson(json).acceptsImages()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "7", "[]", "null", "{", "" })
    void isAnObjectOrAnId(String json) {
        assertThatIllegalArgumentException().isThrownBy(() -> ModelInfo.fromJson(json));
    }

    @Test
    void mayBeAnIdAlone() {
        assertThat(ModelInfo.fromJson("\"gpt-4o\"").toJson()).isEqualTo("{\"id\":\"gpt-4o\"}");
    }

    @Test
    void describesItselfByItsId() {
        assertThat(List.of(ModelInfo.fromJson(OPENROUTER))).hasToString("[ModelInfo[id=a/b]]");
    }

    @ParameterizedTest
    @ValueSource(strings = { "{}", "7", "\"a\"", "{\"data\":{\"id\":\"a\"}}", "{\"data\":null}", "{\"models\":{}}" })
    void whatIsNoListIsNone(String json) throws Exception {
        assertThat(ModelInfo.list(Json.parse(json))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "{}", "7", "\"a\"", "[]", "{\"data\":[]}", "{\"id\":\"req-1\",\"message\":\"no\"}" })
    void whatDescribesNoModelIsNoEntry(String json) throws Exception {
        assertThat(ModelInfo.entry(Json.parse(json))).isNull();
    }
}

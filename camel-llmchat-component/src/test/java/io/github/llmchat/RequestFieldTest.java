package io.github.llmchat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class RequestFieldTest {

    private final Message message = new DefaultMessage(new DefaultCamelContext());
    private final LlmChatConfiguration options = new LlmChatConfiguration();

    @Test
    void theHeaderGoesBeforeTheBodyAndTheBodyBeforeTheOption() {
        options.setTemperature(0.3);
        assertThat(value(RequestField.TEMPERATURE)).hasToString("0.3");

        JsonNode own = IntNode.valueOf(1);
        assertThat(value(RequestField.TEMPERATURE, own)).isSameAs(own);

        message.setHeader(LlmChatConstants.TEMPERATURE, 0.7);
        assertThat(value(RequestField.TEMPERATURE, own)).hasToString("0.7");
    }

    @Test
    void theBodysOwnValueIsNotChecked() {
        JsonNode own = TextNode.valueOf("as the gateway likes it");

        assertThat(value(RequestField.TEMPERATURE, own)).isSameAs(own);
    }

    @Test
    void nullInTheBodyYieldsToTheOptionAndStaysWithoutOne() {
        assertThat(value(RequestField.SEED, NullNode.instance)).isSameAs(NullNode.instance);

        options.setSeed(7L);
        assertThat(value(RequestField.SEED, NullNode.instance)).hasToString("7");
    }

    @Test
    void emptyTextAndNullNodesInHeadersCountAsNotSet() {
        options.setUser("from-option");

        message.setHeader(LlmChatConstants.USER, "");
        assertThat(value(RequestField.USER)).hasToString("\"from-option\"");

        message.setHeader(LlmChatConstants.USER, NullNode.instance);
        assertThat(value(RequestField.USER)).hasToString("\"from-option\"");
    }

    @Test
    void falseForIncludeUsageSendsNothingAndDropsTheBodysOwn() {
        message.setHeader(LlmChatConstants.INCLUDE_USAGE, false);

        assertThat(value(RequestField.INCLUDE_USAGE, BooleanNode.TRUE)).isNull();
    }

    @ParameterizedTest
    @EnumSource(value = RequestField.class, mode = EnumSource.Mode.EXCLUDE, names = "INCLUDE_USAGE")
    void whatIsNotSetIsNotSent(RequestField field) {
        assertThat(value(field)).isNull();
    }

    @ParameterizedTest
    @EnumSource(RequestField.class)
    void theHeaderIsNamedAfterAnOptionThatExists(RequestField field) {
        String option = field.optionName();
        String setter = "set" + Character.toUpperCase(option.charAt(0)) + option.substring(1);

        assertThat(LlmChatConfiguration.class.getMethods()).extracting("name").contains(setter);
    }

    private JsonNode value(RequestField field) {
        return value(field, null);
    }

    private JsonNode value(RequestField field, JsonNode own) {
        return field.valueFrom(message, options, own);
    }
}

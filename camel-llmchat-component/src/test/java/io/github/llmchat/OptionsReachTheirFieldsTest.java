package io.github.llmchat;

import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.llmchat.model.Json;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class OptionsReachTheirFieldsTest {

    private final Message message = new DefaultMessage(new DefaultCamelContext());
    private final LlmChatConfiguration options = new LlmChatConfiguration();

    @Test
    void everyOptionReachesTheFieldOfItsWireName() {
        setSamplingOptions();
        setOptionsOfTheAnswer();
        setOtherOptions();

        ObjectNode request = Json.object();
        for (RequestField field : RequestField.values()) {
            field.applyTo(request, message, options);
        }

        assertThat(Json.text(request)).isEqualTo("""
                {"temperature":0.5,"top_p":0.9,"n":2,"stop":"END","max_tokens":10,"max_completion_tokens":20,\
                "presence_penalty":0.1,"frequency_penalty":0.2,"logit_bias":{"1":2},"logprobs":true,"top_logprobs":3,\
                "seed":4,"user":"u","reasoning_effort":"low","enable_thinking":true,"llmgw_thinking":false,\
                "thinking":{"type":"disabled"},"verbosity":"high","response_format":{"type":"json_object"},\
                "modalities":["text","audio"],"audio":{"voice":"alloy","format":"wav"},"tools":[{"type":"web_search"}],\
                "tool_choice":"auto","parallel_tool_calls":false,"service_tier":"flex","store":false,\
                "metadata":{"k":"v"},"stream_options":{"include_usage":true}}""");
    }

    private void setSamplingOptions() {
        options.setTemperature(0.5);
        options.setTopP(0.9);
        options.setN(2);
        options.setStop("END");
        options.setMaxTokens(10);
        options.setMaxCompletionTokens(20);
        options.setPresencePenalty(0.1);
        options.setFrequencyPenalty(0.2);
        options.setLogitBias("{\"1\":2}");
        options.setLogprobs(true);
        options.setTopLogprobs(3);
        options.setSeed(4L);
    }

    private void setOptionsOfTheAnswer() {
        options.setReasoningEffort("low");
        options.setEnableThinking(true);
        options.setLlmgwThinking(false);
        options.setThinking("{\"type\":\"disabled\"}");
        options.setVerbosity("high");
        options.setResponseFormat("json_object");
        options.setModalities("text,audio");
        options.setAudioVoice("alloy");
        options.setAudioFormat("wav");
    }

    private void setOtherOptions() {
        options.setUser("u");
        options.setTools("[{\"type\":\"web_search\"}]");
        options.setToolChoice("auto");
        options.setParallelToolCalls(false);
        options.setServiceTier("flex");
        options.setStore(false);
        options.setMetadata("{\"k\":\"v\"}");
    }

    static Stream<Arguments> nestedFields() {
        String own = "{\"audio\":{\"voice\":\"echo\",\"speed\":1.20}}";
        return Stream.of(
                arguments("{}", "ash", "{\"audio\":{\"voice\":\"ash\"}}"),
                arguments("{}", "", "{}"),
                arguments(own, "", own),
                arguments(own, "ash", own.replace("echo", "ash")),
                arguments("{\"audio\":null}", "", "{\"audio\":null}"),
                arguments("{\"audio\":null}", "ash", "{\"audio\":{\"voice\":\"ash\"}}"),
                arguments("{\"audio\":{\"speed\":1}}", "ash", "{\"audio\":{\"speed\":1,\"voice\":\"ash\"}}"));
    }

    @ParameterizedTest
    @MethodSource("nestedFields")
    void aFieldInAnObjectLeavesTheRestOfTheObjectAlone(String request, String header, String expected) throws Exception {
        message.setHeader(LlmChatConstants.AUDIO_VOICE, header);
        ObjectNode tree = (ObjectNode) Json.parse(request);

        RequestField.AUDIO_VOICE.applyTo(tree, message, options);

        assertThat(Json.text(tree)).isEqualTo(expected);
    }

    static Stream<Arguments> streamOptions() {
        return Stream.of(
                arguments("{\"stream_options\":{\"include_usage\":true}}", "{}"),
                arguments("{\"stream_options\":{\"include_usage\":true,\"include_obfuscation\":false}}",
                        "{\"stream_options\":{\"include_obfuscation\":false}}"));
    }

    @ParameterizedTest
    @MethodSource("streamOptions")
    void aFieldTurnedOffLeavesNoEmptyObject(String request, String expected) throws Exception {
        message.setHeader(LlmChatConstants.INCLUDE_USAGE, false);
        ObjectNode tree = (ObjectNode) Json.parse(request);

        RequestField.INCLUDE_USAGE.applyTo(tree, message, options);

        assertThat(Json.text(tree)).isEqualTo(expected);
    }
}

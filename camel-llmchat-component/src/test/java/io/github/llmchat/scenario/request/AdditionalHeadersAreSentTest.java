package io.github.llmchat.scenario.request;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AdditionalHeadersAreSentTest extends OneCallScenario {

    @Test
    void oneOptionEach() {
        call(uri("gpt-4o", "additionalHeader.HTTP-Referer=https://example.org", "additionalHeader.X-Title=demo"), "hi");

        assertThat(onlyRequest().header("HTTP-Referer")).isEqualTo("https://example.org");
        assertThat(onlyRequest().header("X-Title")).isEqualTo("demo");
    }

    @Test
    void asJsonObject() {
        call(uri("gpt-4o", "additionalHeaders=RAW({\"X-Title\":\"a & b\",\"X-Number\":1})"), "hi");

        assertThat(onlyRequest().header("X-Title")).isEqualTo("a & b");
        assertThat(onlyRequest().header("X-Number")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = { "#bean:gatewayHeaders", "#gatewayHeaders" })
    void asMapInTheRegistry(String reference) {
        context.getRegistry().bind("gatewayHeaders", Map.of("X-Title", "demo"));

        call(uri("gpt-4o", "additionalHeaders=" + reference), "hi");

        assertThat(onlyRequest().header("X-Title")).isEqualTo("demo");
    }

    @ParameterizedTest
    @ValueSource(strings = { "additionalHeader.X-Title=a", "additionalHeaders=RAW({\"x-title\":\"a\"})" })
    void theHeaderOfTheMessageGoesBeforeThem(String option) {
        call(uri("gpt-4o", option), "hi", Map.of("CamelLlmChatAdditionalHeaders", Map.of("X-Title", "b")));

        assertThat(onlyRequest().headers().get("X-Title")).containsExactly("b");
    }

    @Test
    void theHeaderOfTheMessageMayBeJsonText() {
        call(uri("gpt-4o"), "hi", Map.of("CamelLlmChatAdditionalHeaders", "{\"X-Title\":\"b\"}"));

        assertThat(onlyRequest().header("X-Title")).isEqualTo("b");
    }

    @Test
    void theHeaderOfTheMessageMayBeBytesAsKafkaBringsThem() {
        call(uri("gpt-4o"), "hi", Map.of("CamelLlmChatAdditionalHeaders", "{\"X-Title\":\"b\"}".getBytes(UTF_8)));

        assertThat(onlyRequest().header("X-Title")).isEqualTo("b");
    }

    @ParameterizedTest
    @ValueSource(strings = { "#bean:gatewayHeaders", "#gatewayHeaders" })
    void theHeaderOfTheMessageNamesNoMapInTheRegistry(String reference) {
        context.getRegistry().bind("gatewayHeaders", Map.of("X-Title", "demo"));

        assertRefused(uri("gpt-4o"), "hi", Map.of("CamelLlmChatAdditionalHeaders", reference),
                "CamelLlmChatAdditionalHeaders", "a JSON object");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "Authorization", "cookie", "Proxy-Authorization", "X-Api-Key", "api-key", "X-Auth-Token", "client_secret", "Host",
            "Content-Length", "Transfer-Encoding", "Accept-Encoding" })
    void secretsAndWhatWeSetAreRefused(String name) {
        assertThatThrownBy(() -> request(uri("gpt-4o", "additionalHeader." + name + "=s3cr3t-value"), "hi", Map.of()))
                .hasStackTraceContaining("additionalHeader can't set the HTTP header " + name);
        assertThatThrownBy(
                () -> request(uri("gpt-4o", "additionalHeaders=RAW({\"" + name + "\":\"s3cr3t-value\"})"), "hi", Map.of()))
                .hasStackTraceContaining("additionalHeaders can't set the HTTP header " + name);
        assertRefused(uri("gpt-4o"), "hi", Map.of("CamelLlmChatAdditionalHeaders", Map.of(name, "s3cr3t-value")),
                "CamelLlmChatAdditionalHeaders can't set the HTTP header " + name);
    }

    @ParameterizedTest
    @ValueSource(strings = { "a\r\nX-Evil: 1", "a\nb", "a\u0000b", "模型" })
    void valuesThatNoHeaderCanCarryAreRefused(String value) {
        assertRefused(uri("gpt-4o"), "hi", Map.of("CamelLlmChatAdditionalHeaders", Map.of("X-Title", value)), "X-Title",
                "line breaks");
        assertRefused(uri("gpt-4o"), "hi", Map.of("CamelLlmChatVendor", value), "vendor", "line breaks");
    }

    @ParameterizedTest
    @ValueSource(strings = { "X-A\r\nX-Evil", "X A", "", "X:A" })
    void namesThatAreNoneAreRefused(String name) {
        assertRefused(uri("gpt-4o"), "hi", Map.of("CamelLlmChatAdditionalHeaders", Map.of(name, "1")), "no HTTP header name");
    }

    @Test
    void whatIsNoObjectIsRefused() {
        assertRefused(uri("gpt-4o"), "hi", Map.of("CamelLlmChatAdditionalHeaders", "X-Title: b"),
                "CamelLlmChatAdditionalHeaders", "a JSON object");
    }
}

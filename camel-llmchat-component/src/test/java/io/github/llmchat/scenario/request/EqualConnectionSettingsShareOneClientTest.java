package io.github.llmchat.scenario.request;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EqualConnectionSettingsShareOneClientTest extends OneCallScenario {

    @Test
    void whateverElseTheEndpointsSay() {
        call(uri("gpt-4o"), "hi");
        call(uri("gpt-5", "temperature=1", "readTimeout=5s", "vendor=auto", "streaming=true", "output=text"), "hi");
        call("llmchat:gpt-4o?baseUrl=http://localhost:" + gateway.port() + "&apiKey=sk-other-123456", "hi");

        assertThat(component().getHttpClients()).isEqualTo(1);
    }

    @Test
    void aConnectionIsReused() {
        call(uri("gpt-4o"), "hi");
        call(uri("gpt-5", "temperature=1"), "hi");

        assertThat(gateway.requests()).extracting(request -> request.connection()).containsExactly(1, 1);
    }

    @Test
    void otherConnectionSettingsHaveAClientOfTheirOwn() {
        call(uri("gpt-4o"), "hi");
        call(uri("gpt-4o", "connectTimeout=5s"), "hi");

        assertThat(component().getHttpClients()).isEqualTo(2);
    }

    @Test
    void theyAreClosedWithTheComponent() {
        call(uri("gpt-4o"), "hi");

        component().stop();

        assertThat(component().getHttpClients()).isZero();
    }
}

package io.github.llmchat.scenario.chunks;

import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ChunksToAKameletIsRefusedTest extends ChunkScenario {

    @ParameterizedTest
    @ValueSource(strings = { "kamelet:sink", "RAW(kamelet:sink?a=1&b=2)", "kamelet://sink" })
    void whenTheRouteStarts(String target) {
        assertThatThrownBy(() -> context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:caller").to(model("chunksTo=" + target));
            }
        })).rootCause().hasMessage("chunksTo can't be a Kamelet: point it to a direct: route that has the Kamelet as a step");
    }
}

package io.github.llmchat.kamelets;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.llmchat.testing.Script;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StreamActionKameletSendsChunksOnTest extends KameletScenario {

    StreamActionKameletSendsChunksOnTest() {
        super("stream.yaml");
    }

    @Test
    void aChunkIsProcessedBeforeTheNextIsSentAndThenTheWholeAnswerGoesOn() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        MockEndpoint chunks = mock("mock:chunk");
        chunks.whenAnyExchangeReceived(chunk -> {
            if ("Pa".equals(chunk.getMessage().getBody(String.class))) {
                first.countDown();
            }
        });
        MockEndpoint whole = mock("mock:whole");
        whole.expectedBodiesReceived("Paris");
        GATEWAY.willAnswer(Script.sse().text("Pa").hold(first).text("ris").finish("stop").done());

        template.sendBodyAndHeader("direct:ask", "Capital of France?", "order", "A-7");

        whole.assertIsSatisfied();
        assertThat(texts(chunks)).containsSubsequence("Pa", "ris");
        assertThat(chunks.getExchanges()).allSatisfy(
                chunk -> assertThat(chunk.getMessage().getHeader("order")).isEqualTo("A-7"));
    }

    @Test
    void theTargetMayHaveOptionsAndNeedNotGetTheHeaders() throws Exception {
        MockEndpoint tokens = mock("mock:tokens");
        tokens.setResultWaitTime(TimeUnit.SECONDS.toMillis(20));
        tokens.expectedMinimumMessageCount(3);
        GATEWAY.willAnswer(Script.sse().text("Pa", "ris").finish("stop").done());

        Object answer = template.requestBodyAndHeaders("direct:bare", "Capital of France?", Map.of("order", "A-7"));

        assertThat(answer).isEqualTo("Paris");
        tokens.assertIsSatisfied();
        assertThat(texts(tokens)).containsSubsequence("Pa", "ris");
        assertThat(tokens.getExchanges()).allSatisfy(
                chunk -> assertThat(chunk.getMessage().getHeaders()).doesNotContainKey("order"));
    }

    @Test
    void withoutATargetItDoesNotStart() {
        assertThatThrownBy(() -> context.createProducerTemplate()
                .requestBody("kamelet:llmchat-stream-action?model=gpt-4o", "hello"))
                .hasStackTraceContaining("chunksTo");
    }

    private static List<String> texts(MockEndpoint chunks) {
        return chunks.getExchanges().stream().map(chunk -> chunk.getMessage().getBody(String.class)).toList();
    }
}

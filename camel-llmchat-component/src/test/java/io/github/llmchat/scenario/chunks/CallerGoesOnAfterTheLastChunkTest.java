package io.github.llmchat.scenario.chunks;

import java.util.concurrent.CountDownLatch;

import io.github.llmchat.LlmChatConstants;
import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.SseScript;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CallerGoesOnAfterTheLastChunkTest extends ChunkScenario {

    private static final SseScript ANSWER = Script.sse().header("x-request-id", "req-1")
            .header("x-ratelimit-remaining-requests", "9")
            .text("Hel", "lo").finish("length").usage(3, 2).done();

    private final CountDownLatch lastChunkReached = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:held").to(model("chunksTo=direct:held-chunk"));
                from("direct:held-chunk").filter(header(LlmChatConstants.CHUNK_LAST)).process(exchange -> {
                    lastChunkReached.countDown();
                    waitFor(goOn);
                });
                from("direct:caller").to(model("storeFullResponse=true&chunksTo=direct:chunk"));
                from("direct:completion").to(model("output=completion&chunksTo=direct:chunk"));
                from("direct:chunk").to("mock:chunks");
            }
        };
    }

    @Test
    void notBeforeTheClosingChunkWasProcessed() throws Exception {
        gateway.willAnswer(ANSWER);

        RunningCall call = call("direct:held");
        waitFor(lastChunkReached);
        // all that the gateway has to say has come; only the closing chunk is still in work
        assertThat(call.hasEnded()).isFalse();
        assertThat(component().getOpenStreams()).isEqualTo(1);
        goOn.countDown();

        assertThat(call.answer()).isEqualTo("Hello");
        assertThat(call.ends()).isEqualTo(1);
    }

    @Test
    void withTheWholeTextAndTheHeadersOfAnAnswer() {
        gateway.willAnswer(ANSWER);

        Exchange exchange = call("direct:caller").end();

        Message answer = exchange.getMessage();
        assertThat(exchange.getException()).isNull();
        assertThat(answer.getBody()).isEqualTo("Hello");
        assertThat(answer.getHeaders())
                .containsEntry(LlmChatConstants.RESPONSE_ID, Script.ID)
                .containsEntry(LlmChatConstants.RESPONSE_MODEL, Script.MODEL)
                .containsEntry(LlmChatConstants.FINISH_REASON, "length")
                .containsEntry(LlmChatConstants.PROMPT_TOKENS, 3L)
                .containsEntry(LlmChatConstants.COMPLETION_TOKENS, 2L)
                .containsEntry(LlmChatConstants.TOTAL_TOKENS, 5L)
                .containsEntry(LlmChatConstants.SYSTEM_FINGERPRINT, "fp_scripted")
                .containsEntry(LlmChatConstants.REQUEST_ID, "req-1")
                .containsEntry(LlmChatConstants.RATE_LIMIT_REMAINING_REQUESTS, 9L)
                .containsEntry(LlmChatConstants.HTTP_STATUS, 200L);
        assertThat(exchange.getProperty(LlmChatConstants.RESPONSE, ChatCompletion.class).text()).isEqualTo("Hello");
    }

    @Test
    void withWhatOutputAsksFor() {
        gateway.willAnswer(ANSWER);

        Object body = call("direct:completion").end().getMessage().getBody();

        assertThat(body).isInstanceOfSatisfying(
                ChatCompletion.class, completion -> assertThat(completion.text()).isEqualTo("Hello"));
        assertThat(getMockEndpoint("mock:chunks").getExchanges())
                .allSatisfy(chunk -> assertThat(chunk.getMessage().getBody()).isInstanceOf(ChatChunk.class));
    }
}

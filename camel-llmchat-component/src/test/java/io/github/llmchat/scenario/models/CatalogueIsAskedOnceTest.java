package io.github.llmchat.scenario.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.llmchat.LlmChatConstants;
import io.github.llmchat.testing.RecordedRequest;
import io.github.llmchat.testing.Script;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class CatalogueIsAskedOnceTest extends ModelScenario {

    private static final int CALLERS = 50;

    @Test
    void allImagesThatWaitShareOneQuestionAndHoldNoThread() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        catalogueAnswers(Script.json(SEES).hold(answer));
        AsyncProducer producer = context.getEndpoint(uri("m", CHECK)).createAsyncProducer();
        producer.start();
        List<CompletableFuture<Exchange>> callers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            // on this one thread, which is given back each time
            callers.add(send(producer));
        }
        gateway.awaitRequests(1, SOON);
        assertThat(component().getOpenCalls()).as("those who wait, and the question").isEqualTo(CALLERS + 1);

        answer.countDown();

        for (CompletableFuture<Exchange> caller : callers) {
            assertThat(caller.get(SOON.toSeconds(), TimeUnit.SECONDS).getMessage().getBody()).isEqualTo("A cat");
        }
        assertThat(catalogueRequests()).isOne();
        assertThat(chatRequests()).isEqualTo(CALLERS);
        producer.stop();
    }

    private CompletableFuture<Exchange> send(AsyncProducer producer) {
        Exchange exchange = producer.getEndpoint().createExchange();
        exchange.getMessage().setBody(IMAGE);
        CompletableFuture<Exchange> done = new CompletableFuture<>();
        producer.process(exchange, doneSync -> done.complete(exchange));
        return done;
    }

    @Test
    void whatFollowsOneAnswerDoesNotHoldUpTheOthers() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        CountDownLatch stuck = new CountDownLatch(1);
        catalogueAnswers(Script.json(TEXT_ONLY).hold(answer));
        AsyncProducer producer = context.getEndpoint(uri("m", CHECK)).createAsyncProducer();
        producer.start();
        CountDownLatch goOn = new CountDownLatch(3);
        for (int i = 0; i < 3; i++) {
            send(producer).thenRun(() -> {
                goOn.countDown();
                awaitQuietly(stuck);
            });
        }

        answer.countDown();

        assertThat(goOn.await(SOON.toSeconds(), TimeUnit.SECONDS)).as("each on a thread of its own").isTrue();
        stuck.countDown();
        await().atMost(SOON).until(() -> component().getOpenCalls() == 0);
        producer.stop();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(SOON.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void theEntryServesAllEndpointsWithTheSameKey() {
        catalogueAnswers(Script.json(SEES));

        call(uri("m", CHECK), IMAGE);
        call(uri("m", CHECK, "seed=1", "streaming=true", "output=text"), IMAGE);
        call(uri("*", CHECK), IMAGE, Map.of(LlmChatConstants.MODEL, "m"));

        assertThat(catalogueRequests()).isOne();
        assertThat(chatRequests()).isEqualTo(3);
    }

    @Test
    void anotherKeyGetsAnEntryOfItsOwn() {
        gateway.alwaysAnswers(request -> isCatalogue(request)
                ? Script.json(("Bearer " + KEY).equals(request.header("Authorization")) ? SEES : TEXT_ONLY)
                : chatAnswer(request));

        call(uri("m", CHECK), IMAGE);
        Exchange other = request(uri("m", CHECK).replace(KEY, "sk-another-0123456789"), IMAGE, Map.of());

        assertThat(other.getException()).hasMessageContaining("lists no image input");
        assertThat(catalogueRequests()).isEqualTo(2);
    }

    @Test
    void anotherModelIsAnotherQuestion() {
        catalogueAnswers(Script.json(SEES));

        call(uri("m", CHECK), IMAGE);
        call(uri("n", CHECK), IMAGE);

        assertThat(gateway.requests()).filteredOn(ModelScenario::isCatalogue).extracting(RecordedRequest::path)
                .containsExactly("/v1/model-catalog/m", "/v1/model-catalog/n");
    }
}

package io.github.llmchat.scenario.models;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.llmchat.error.StreamCancelledException;
import io.github.llmchat.testing.Script;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class StoppingARouteEndsItsQuestionsTest extends ModelScenario {

    @ParameterizedTest
    @ValueSource(strings = { MODELS, CATALOGUE })
    void theConnectionIsClosedAndTheExchangeFails(String operation) throws Exception {
        gateway.willAnswer(Script.stallBeforeHeaders());
        CompletableFuture<Exchange> running = send(route("asks", uri("gpt-4o", operation)), null);
        gateway.awaitRequests(1, SOON);
        assertThat(component().getOpenCalls()).isOne();

        stop("asks");

        assertThat(running.get(SOON.toSeconds(), TimeUnit.SECONDS).getException())
                .isInstanceOf(StreamCancelledException.class);
        gateway.awaitClientAborts(1, SOON);
    }

    @Test
    void anImageThatWaitsForTheCatalogueIsNotSent() throws Exception {
        gateway.willAnswer(Script.stallBeforeHeaders());
        CompletableFuture<Exchange> running = send(route("asks", uri("gpt-4o", CHECK)), IMAGE);
        gateway.awaitRequests(1, SOON);

        stop("asks");

        assertThat(running.get(SOON.toSeconds(), TimeUnit.SECONDS).getException())
                .isInstanceOf(StreamCancelledException.class);
        gateway.awaitClientAborts(1, SOON);
        assertThat(gateway.requests()).hasSize(1);
    }

    @Test
    void aQuestionForTwoRoutesGoesOnForTheOther() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        catalogueAnswers(Script.json(SEES).hold(asked));
        CompletableFuture<Exchange> first = send(route("first", uri("gpt-4o", CHECK)), IMAGE);
        gateway.awaitRequests(1, SOON);
        CompletableFuture<Exchange> second = send(route("second", uri("gpt-4o", CHECK, "seed=2")), IMAGE);
        await().atMost(SOON).until(() -> component().getOpenCalls() == 3);

        stop("first");
        assertThat(first.get(SOON.toSeconds(), TimeUnit.SECONDS).getException()).isInstanceOf(StreamCancelledException.class);
        asked.countDown();

        assertThat(second.get(SOON.toSeconds(), TimeUnit.SECONDS).getMessage().getBody(String.class)).isEqualTo("A cat");
        assertThat(catalogueRequests()).isOne();
        assertThat(chatRequests()).isOne();
    }

    @Test
    void aQuestionThatWasGivenUpIsAskedAgain() throws Exception {
        gateway.willAnswer(Script.stallBeforeHeaders());
        String start = route("asks", uri("gpt-4o", CHECK));
        CompletableFuture<Exchange> running = send(start, IMAGE);
        gateway.awaitRequests(1, SOON);
        stop("asks");
        running.get(SOON.toSeconds(), TimeUnit.SECONDS);
        catalogueAnswers(Script.json(SEES));

        context.getRouteController().startRoute("asks");

        assertThat(send(start, IMAGE).get(SOON.toSeconds(), TimeUnit.SECONDS).getMessage().getBody(String.class))
                .isEqualTo("A cat");
        await().atMost(SOON).untilAsserted(() -> assertThat(component().getOpenCalls()).isZero());
    }

    private void stop(String route) throws Exception {
        context.getRouteController().stopRoute(route, 1, TimeUnit.MILLISECONDS);
    }
}

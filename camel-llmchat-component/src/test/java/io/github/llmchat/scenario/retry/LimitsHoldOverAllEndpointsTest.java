package io.github.llmchat.scenario.retry;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.llmchat.error.LimitException;
import io.github.llmchat.scenario.stream.GatewayScenario;
import io.github.llmchat.testing.Script;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class LimitsHoldOverAllEndpointsTest extends GatewayScenario {

    @Test
    void onlySoManyRequestsAreUnderWayAndTheRestFollowInOrder() throws Exception {
        CountDownLatch free = new CountDownLatch(1);
        gateway.alwaysAnswers(request -> Script.answer("ok").hold(free));
        List<CompletableFuture<Exchange>> calls = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String prompt = "p" + i;
            // two endpoints, one gateway
            String uri = llmchat("maxConcurrentRequests=2&temperature=" + i % 2);
            calls.add(template.asyncSend(uri, exchange -> exchange.getMessage().setBody(prompt)));
            await().atMost(SOON).until(() -> component().getOpenCalls() == calls.size());
        }

        gateway.awaitRequests(2, SOON);
        await().atMost(SOON).until(() -> component().getWaitingRequests() == 4);
        assertThat(gateway.requests()).hasSize(2);
        free.countDown();

        for (CompletableFuture<Exchange> call : calls) {
            assertThat(call.get(SOON.toSeconds(), TimeUnit.SECONDS).getMessage().getBody()).isEqualTo("ok");
        }
        assertThat(component().getWaitingRequests()).isZero();
    }

    @Test
    void oneMoreThanMayWaitFailsAtOnce() throws Exception {
        CountDownLatch free = new CountDownLatch(1);
        gateway.alwaysAnswers(request -> Script.answer("ok").hold(free));
        String uri = llmchat("maxConcurrentRequests=1&maxPendingRequests=1");
        CompletableFuture<Object> first = template.asyncRequestBody(uri, "first");
        gateway.awaitRequests(1, SOON);
        CompletableFuture<Object> second = template.asyncRequestBody(uri, "second");
        await().atMost(SOON).until(() -> component().getWaitingRequests() == 1);

        Exchange third = ask(uri);

        assertThat(third.getException()).isInstanceOfSatisfying(LimitException.class, e -> {
            assertThat(e.option()).isEqualTo("maxPendingRequests");
            assertThat(e).hasMessageContainingAll("1", "maxPendingRequests");
        });
        free.countDown();
        assertThat(first.get()).isEqualTo("ok");
        assertThat(second.get()).isEqualTo("ok");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "maxRetries=-1", "retryDelay=-1", "maxRetryDelay=-5", "maxConcurrentRequests=-1", "requestsPerMinute=-1",
            "tokensPerMinute=-1", "maxPendingRequests=0" })
    void mistakesAreStartUpErrorsThatNameTheOption(String option) {
        assertThatThrownBy(() -> context.getEndpoint(llmchat(option)).createProducer().start())
                .hasStackTraceContaining(option.substring(0, option.indexOf('=')) + "=");
    }
}

package io.github.llmchat.scenario.failure;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

import io.github.llmchat.error.BadRequestException;
import io.github.llmchat.error.StreamCancelledException;
import io.github.llmchat.scenario.stream.EveryWay;
import io.github.llmchat.scenario.stream.Got;
import io.github.llmchat.scenario.stream.Way;
import io.github.llmchat.testing.RecordedRequest;
import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.WholeScript;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** 307 and 308 keep method and body; on the same server they are followed, with all that had been sent. */
class RedirectOnTheSameServerTest extends EveryWay {

    private static final String WHERE = "/v2/chat/completions?tenant=a";

    @ParameterizedTest
    @EnumSource
    void isFollowedInEveryWay(Way way) throws Exception {
        gateway.willAnswer(redirect(307, WHERE), answer(way));

        Got got = take(way, "additionalHeader.X-Title=demo");

        assertThat(got.failure()).isNull();
        assertThat(got.text()).isEqualTo("Hello");
        assertSentAgain(gateway.requests());
    }

    static Stream<Arguments> locations() {
        return Stream.of(307, 308)
                .flatMap(status -> Stream.of("/v2/chat/completions?tenant=a", "SERVER/v2/chat/completions?tenant=a",
                        "../../v2/chat/completions?tenant=a", "SERVER/v2/chat/completions?tenant=a#part")
                        .map(to -> Arguments.of(status, to)));
    }

    @ParameterizedTest
    @MethodSource("locations")
    void isFollowedWhateverItsForm(int status, String location) {
        String server = "http://127.0.0.1:" + gateway.port();
        gateway.willAnswer(redirect(status, location.replace("SERVER", server)), Script.answer("Hello"));

        Exchange exchange = ask(llmchat("additionalHeader.X-Title=demo"));

        assertThat(exchange.getException()).isNull();
        assertSentAgain(gateway.requests());
    }

    @Test
    void isFollowedThreeTimesAndNoRetry() {
        gateway.willAnswer(redirect(307, "a"), redirect(308, "b"), redirect(307, "c"), Script.answer("Hello"));

        assertThat(ask(llmchat("maxRetries=0")).getMessage().getBody(String.class)).isEqualTo("Hello");

        assertThat(gateway.requests()).extracting(RecordedRequest::path)
                .containsExactly("/v1/chat/completions", "/v1/chat/a", "/v1/chat/b", "/v1/chat/c");
    }

    @Test
    void isAFailureTheFourthTime() {
        gateway.alwaysAnswers(redirect(307, WHERE));

        BadRequestException failure = ask(llmchat("")).getException(BadRequestException.class);

        assertThat(failure).hasMessageContaining("/v2/chat/completions").hasMessageContaining("3 others")
                .hasMessageNotContaining("tenant");
        assertThat(gateway.requests()).hasSize(4);
    }

    @Test
    void isFollowedAnewInARetry() {
        gateway.willAnswer(redirect(307, WHERE), redirect(307, WHERE), redirect(307, WHERE), Script.status(503),
                redirect(307, WHERE), Script.answer("Hello"));

        assertThat(ask(llmchat("maxRetries=1&retryDelay=1")).getMessage().getBody(String.class)).isEqualTo("Hello");
    }

    @Test
    void isFollowedIfItsConnectionIsClosedUnannounced() {
        for (int i = 0; i < 20; i++) {
            gateway.willAnswer(redirect(307, WHERE).closeAfterwards(), Script.answer("Hello"));

            assertThat(ask(llmchat("")).getMessage().getBody(String.class)).isEqualTo("Hello");
        }
    }

    @Test
    void leadsToAStreamThatCanBeCancelled() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        gateway.willAnswer(redirect(307, WHERE), Script.sse().text("a").awaitClientClose(closed));
        var asking = template.asyncSend(llmchat("streaming=true&output=text"), exchange -> exchange.getMessage().setBody("hi"));
        gateway.awaitRequests(2, SOON);

        component().stop();

        assertThat(asking.get().getException()).isInstanceOf(StreamCancelledException.class);
        await().atMost(SOON).until(() -> closed.getCount() == 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "http://localhost:PORT/v1", "https://127.0.0.1:PORT/v1", "http://me:pw@127.0.0.1:PORT/v1", "//127.0.0.2:PORT/v1",
            "ftp://127.0.0.1:PORT/v1", "http://127.0.0.1/v1", "http://127.0.0.1:PORT@localhost/v1", "::no uri::", "mailto:a@b",
            "" })
    void isNoneIfItLeadsElsewhere(String location) {
        gateway.willAnswer(redirect(307, location.replace("PORT", "" + gateway.port())));

        BadRequestException failure = ask(llmchat("")).getException(BadRequestException.class);

        assertThat(failure).hasMessageContaining("baseUrl").hasMessageNotContaining("pw").hasMessageNotContaining("others");
        assertThat(gateway.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = { 301, 302, 303 })
    void isNotFollowedIfItWouldMakeAGet(int status) {
        gateway.willAnswer(redirect(status, WHERE));

        assertThat(ask(llmchat("")).getException()).isInstanceOf(BadRequestException.class);

        assertThat(gateway.requests()).hasSize(1);
    }

    private static WholeScript redirect(int status, String location) {
        return Script.status(status).header("Location", location).body("text/html", "<p>moved</p>");
    }

    private static Script answer(Way way) {
        return way == Way.PLAIN ? Script.answer("Hello") : Script.sse().text("Hel", "lo").finish("stop").done();
    }

    private static void assertSentAgain(List<RecordedRequest> requests) {
        assertThat(requests).hasSize(2);
        RecordedRequest first = requests.get(0);
        RecordedRequest second = requests.get(1);
        assertThat(second.path()).isEqualTo(WHERE);
        assertThat(second.method()).isEqualTo("POST");
        assertThat(second.bodyBytes()).isEqualTo(first.bodyBytes());
        assertThat(second.headers()).isEqualTo(first.headers());
        assertThat(second.header("Authorization")).isEqualTo("Bearer " + KEY);
        assertThat(second.header("X-Title")).isEqualTo("demo");
    }
}

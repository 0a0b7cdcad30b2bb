package io.github.llmchat;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import io.github.llmchat.error.ErrorDetails;
import io.github.llmchat.error.ServerException;
import io.github.llmchat.error.StreamCancelledException;
import io.github.llmchat.model.ModelInfo;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CatalogueEntriesAreKeptForAWhileTest {

    private static final CatalogueKey KEY = new CatalogueKey(URI.create("https://a/v1/model-catalog/m"), "Bearer secret", null);
    private static final ModelInfo MODEL = ModelInfo.fromJson("{\"id\":\"m\"}");

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final AtomicInteger asked = new AtomicInteger();
    private final ModelCatalogue catalogue = new ModelCatalogue(now::get);

    @Test
    void anEntryForTenMinutes() {
        ask(KEY, lookup -> lookup.found(MODEL));

        pass(Duration.ofMinutes(10).minusNanos(1));
        assertThat(ask(KEY, lookup -> lookup.found(MODEL)).known()).contains(MODEL);
        assertThat(asked).hasValue(1);

        pass(Duration.ofNanos(1));
        ask(KEY, lookup -> lookup.found(MODEL));
        assertThat(asked).hasValue(2);
    }

    @Test
    void aFailureForOneMinute() {
        ask(KEY, this::fail);

        pass(Duration.ofMinutes(1).minusNanos(1));
        assertThat(ask(KEY, this::fail).known()).isEqualTo(Optional.empty());
        assertThat(asked).hasValue(1);

        pass(Duration.ofNanos(1));
        assertThat(ask(KEY, lookup -> lookup.found(MODEL)).known()).contains(MODEL);
        assertThat(asked).hasValue(2);
    }

    @Test
    void aCancelledQuestionNotAtAll() {
        ask(KEY, lookup -> lookup.failed(new StreamCancelledException("stopped", ErrorDetails.NONE, null, null)));

        assertThat(ask(KEY, lookup -> lookup.found(MODEL)).known()).contains(MODEL);
    }

    @Test
    void aQuestionForWhoseAnswerNobodyWaitsNotAtAll() {
        CatalogueLookup running = ask(KEY, lookup -> {
        });
        assertThat(running.known()).isNull();
        running.leave();

        ask(KEY, lookup -> lookup.found(MODEL));

        assertThat(asked).hasValue(2);
    }

    @Test
    void aThousandOfThemAtMost() {
        for (int i = 0; i < 1_500; i++) {
            ask(new CatalogueKey(URI.create("https://a/v1/model-catalog/" + i), null, null), lookup -> lookup.found(MODEL));
        }
        ask(new CatalogueKey(URI.create("https://a/v1/model-catalog/1499"), null, null), lookup -> lookup.found(MODEL));
        assertThat(asked).hasValue(1_500);

        ask(new CatalogueKey(URI.create("https://a/v1/model-catalog/0"), null, null), lookup -> lookup.found(MODEL));
        assertThat(asked).hasValue(1_501);
    }

    @Test
    void theKeyIsNotShown() {
        assertThat(KEY.toString()).contains("/v1/model-catalog/m").doesNotContain("secret");
    }

    private CatalogueLookup ask(CatalogueKey key, Consumer<CatalogueLookup> answer) {
        return catalogue.lookup(key, lookup -> {
            asked.incrementAndGet();
            answer.accept(lookup);
        });
    }

    private void fail(CatalogueLookup lookup) {
        lookup.failed(new ServerException("no", ErrorDetails.NONE, null));
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}

package io.github.llmchat.scenario.faults;

import java.util.function.Consumer;

import io.github.llmchat.error.ChatException;
import io.github.llmchat.error.ChatTimeoutException;
import io.github.llmchat.error.LimitException;
import io.github.llmchat.model.ChatCompletion;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How a call must end.
 *
 * @param failure the exception's type; null for an answer
 * @param text    what the route must have got by then; null if that may differ
 * @param also    what else is true of the exception
 * @param retried whether the request is sent again
 */
record Ending(Class<? extends ChatException> failure, String text, Consumer<ChatException> also, Retried retried) {

    /** Whether a request is sent again. */
    enum Retried {
        NO,
        YES,
        /** That depends on what the client had read by then. */
        PERHAPS
    }

    static Ending answer(String text) {
        return new Ending(null, text, any -> {
        }, Retried.NO);
    }

    static Ending failure(Class<? extends ChatException> type) {
        return new Ending(type, "", any -> {
        }, Retried.NO);
    }

    static Ending status(int status, Class<? extends ChatException> type) {
        return failure(type).with(e -> assertThat(e.httpStatus()).isEqualTo(status));
    }

    static Ending timeout(ChatTimeoutException.Timeout which) {
        return failure(ChatTimeoutException.class).with(e -> {
            assertThat(((ChatTimeoutException) e).timeout()).isEqualTo(which);
            assertThat(e).hasMessageContaining(which.option());
        });
    }

    static Ending limit(String option) {
        return failure(LimitException.class).with(e -> {
            assertThat(((LimitException) e).option()).isEqualTo(option);
            assertThat(e).hasMessageContaining(option);
        });
    }

    private Ending with(Consumer<ChatException> more) {
        return new Ending(failure, text, also.andThen(more), retried);
    }

    /** The same after this text has come. */
    Ending after(String before) {
        return new Ending(failure, before, also, retried);
    }

    /** The same, however much has come before. */
    Ending afterAnything() {
        return new Ending(failure, null, also, retried);
    }

    /** The same after the request was sent again. */
    Ending afterRetries() {
        return new Ending(failure, text, also, Retried.YES);
    }

    /** The same, perhaps after the request was sent again. */
    Ending perhapsAfterRetries() {
        return new Ending(failure, text, also, Retried.PERHAPS);
    }

    void check(Taking way, Asked asked) {
        if (failure == null) {
            assertThat(asked.exchange.getException()).isNull();
            assertThat(asked.text()).isEqualTo(text);
        } else {
            assertThat(asked.exchange.getException()).as("the failure").isNotNull();
            assertThat(asked.failure()).as("the failure, in %s", asked.exchange.getException()).isInstanceOf(failure);
            also.accept(asked.failure());
            checkPart(way, asked);
        }
    }

    /** What has come before the failure is in it, and the route has got it too. */
    private void checkPart(Taking way, Asked asked) {
        ChatCompletion partial = asked.failure().partialCompletion();
        String part = partial == null || partial.choices().isEmpty() ? "" : partial.text();
        boolean byChunk = way != Taking.PLAIN && way != Taking.WHOLE;
        if (byChunk) {
            assertThat(asked.text()).as("the text that the route got").isEqualTo(part);
        }
        if (text != null && way.streams()) {
            assertThat(part).as("the text that has come").isEqualTo(text);
        }
    }
}

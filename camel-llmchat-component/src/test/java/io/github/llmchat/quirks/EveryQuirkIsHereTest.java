package io.github.llmchat.quirks;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** No quirk is forgotten, and each says what users want to know. */
class EveryQuirkIsHereTest {

    private static final int COUNT = 105;

    @Test
    void theNumbersAreAllThereOnceAndInOrder() {
        assertThat(QuirkSection.allQuirks()).extracting(Quirk::id)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, COUNT).boxed().toList());
    }

    @Test
    void eachIsDescribedOnOneLine() {
        assertThat(QuirkSection.allQuirks()).allSatisfy(quirk -> {
            assertThat(quirk.title()).as("title of Q%d", quirk.id()).isNotBlank().doesNotContain("\n");
            assertThat(quirk.wire()).as("wire of Q%d", quirk.id()).isNotBlank().doesNotContain("\n");
            assertThat(quirk.handling()).as("handling of Q%d", quirk.id()).isNotBlank().doesNotContain("\n").endsWith(".");
        });
    }

    @Test
    void eachSaysWhereItWasSeen() {
        assertThat(QuirkSection.allQuirks()).allSatisfy(quirk -> {
            assertThat(quirk.sources()).as("sources of Q%d", quirk.id()).isNotEmpty();
            assertThat(quirk.sources()).as("sources of Q%d", quirk.id()).allMatch(url -> url.startsWith("https://"));
        });
    }

    @Test
    void namesOfTestsAreUnique() {
        assertThat(QuirkSection.allQuirks()).extracting(Quirk::title).doesNotHaveDuplicates();
    }
}

package io.github.llmchat.stream;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class ThinkTagsTest {

    /** A text, and what of it is answer and what is thinking. */
    static Stream<Arguments> texts() {
        return Stream.of(
                arguments("<think>a</think>b", "b", "a"),
                arguments("\n <think>\na b\n</think>\n\n b \n", "b \n", "\na b\n"),
                arguments("<think></think>b", "b", ""),
                arguments("<think>\n\n</think>\n\nb", "b", "\n\n"),
                arguments("<think>a<b </ </thin </think>b", "b", "a<b </ </thin "),
                arguments("<think><think>a</think>b", "b", "<think>a"),
                arguments("<think>a\uD83D\uDE00</think>\u00e4\uD83D\uDE00", "\u00e4\uD83D\uDE00", "a\uD83D\uDE00"),
                // no end
                arguments("<think>", "", ""),
                arguments("<think>a", "", "a"),
                arguments("<think>a</thin", "", "a</thin"),
                arguments("<think>a</think>", "", "a"),
                arguments("<think>a</think> \n", "", "a"),
                // an end that no beginning goes with
                arguments("</think>b", "b", ""),
                arguments(" \n</think>\n b", "b", ""),
                arguments("</think>", "", ""),
                // tags that are the answer's own words
                arguments("<think>a</think>b <think>c</think>", "b <think>c</think>", "a"),
                arguments("<think>a</think></think>b", "</think>b", "a"),
                arguments("a</think>b", "a</think>b", ""),
                arguments(" Write <think> and </think>.", " Write <think> and </think>.", ""));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void theSumDoesNotDependOnWhereTheTextIsCut(String text, String content, String thinking) {
        ThinkTags.Parts expected = new ThinkTags.Parts(content, thinking);
        for (int i = 0; i <= text.length(); i++) {
            for (int j = i; j <= text.length(); j++) {
                List<String> pieces = List.of(text.substring(0, i), text.substring(i, j), text.substring(j));
                assertThat(sum(pieces)).as("pieces %s", pieces).isEqualTo(expected);
            }
        }
        assertThat(sum(text.chars().mapToObj(Character::toString).toList())).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", " \n", "Hello", "  Hello ", "<", " <thi", "<think", "</think", "<thinker>a</thinker>", "< think>a</think>",
            "<THINK>a</THINK>", "<b>a</b>" })
    void aTextThatBeginsWithNoTagStaysAsItIs(String text) {
        theSumDoesNotDependOnWhereTheTextIsCut(text, text, "");
    }

    @Test
    void onlyWhatMayBeATagIsHeldBack() {
        ThinkTags tags = new ThinkTags();

        assertThat(tags.add("<thi")).isEqualTo(new ThinkTags.Parts("", ""));
        assertThat(tags.add("nk>Let me ")).isEqualTo(new ThinkTags.Parts("", "Let me "));
        assertThat(tags.add("see. 1 <")).isEqualTo(new ThinkTags.Parts("", "see. 1 "));
        assertThat(tags.add(" 2</thin")).isEqualTo(new ThinkTags.Parts("", "< 2"));
        assertThat(tags.add("k>\n")).isEqualTo(new ThinkTags.Parts("", ""));
        assertThat(tags.through()).isFalse();
        assertThat(tags.add("\nYes <")).isEqualTo(new ThinkTags.Parts("Yes <", ""));
        assertThat(tags.through()).isTrue();
        assertThat(tags.end()).isEqualTo(new ThinkTags.Parts("", ""));
    }

    @Test
    void textWithoutThinkingIsNotHeldBack() {
        ThinkTags tags = new ThinkTags();

        assertThat(tags.add("H")).isEqualTo(new ThinkTags.Parts("H", ""));
        assertThat(tags.through()).isTrue();
    }

    @Test
    void whatIsHeldBackComesOnce() {
        ThinkTags tags = new ThinkTags();
        tags.add("<thi");

        assertThat(tags.end()).isEqualTo(new ThinkTags.Parts("<thi", ""));
        assertThat(tags.end()).isEqualTo(new ThinkTags.Parts("", ""));
    }

    private static ThinkTags.Parts sum(List<String> pieces) {
        ThinkTags tags = new ThinkTags();
        ThinkTags.Parts sum = new ThinkTags.Parts("", "");
        for (String piece : pieces) {
            sum = sum.plus(tags.add(piece));
        }
        return sum.plus(tags.end());
    }
}

package io.github.llmchat.docs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What people copy from README, docs and examples works: every URI in them has only options that exist. */
class DocumentedUrisTest {

    private static final Path FILE = Path.of("page");

    private final MentionCheck check = new MentionCheck();

    @Test
    void everyUriThatIsWrittenDownIsValid() {
        List<Mention> mentions = Documents.all().stream().flatMap(file -> Documents.mentionsIn(file).stream()).toList();

        assertThat(mentions).extracting(mention -> mention.file().getFileName().toString())
                .contains("README.md", "streaming.md", "routes.yaml");
        assertThat(problems(mentions.stream())).isEmpty();
    }

    @Test
    void anUnknownOptionInYamlIsFoundWithItsLine() {
        String yaml = """
                - from:
                    uri: direct:a
                    steps:
                      - to:
                          uri: llmchat:gpt-4o?streaming=true
                          parameters:
                            temprature: 0.5
                """;

        assertThat(problems(YamlMentions.of(FILE, 10, yaml).stream()))
                .singleElement().asString().startsWith("page:14: ").contains("temprature", "Unknown option");
    }

    @Test
    void aWrongValueInYamlIsFound() {
        assertThat(problems(YamlMentions.of(FILE, 1, "- to: llmchat:gpt-4o?chunkBuffer=many").stream()))
                .singleElement().asString().contains("chunkBuffer", "Invalid integer");
    }

    @Test
    void anUnknownOptionInJavaIsFound() {
        assertThat(problems(TextMentions.of(FILE, 3, "\n.to(\"llmchat:gpt-4o?striming=\" + on)").stream()))
                .singleElement().asString().startsWith("page:4: ").contains("striming");
    }

    @Test
    void anUnknownOptionBetweenBackticksIsFound() {
        assertThat(problems(MarkdownMentions.of(FILE, "\nUse `llmchat:gpt-4o?outputt=text` for that.").stream()))
                .singleElement().asString().startsWith("page:2: ").contains("outputt");
    }

    @Test
    void anUnknownOptionInAFencedBlockIsFound() {
        assertThat(problems(MarkdownMentions.of(FILE, "\n```yaml\n- to: llmchat:m?foo=1\n```\n").stream()))
                .singleElement().asString().startsWith("page:3: ").contains("foo");
    }

    @Test
    void anUnknownPropertyOfTheComponentIsFound() {
        assertThat(problems(TextMentions.of(FILE, 1, "camel.component.llmchat.base-ulr=http://localhost").stream()))
                .singleElement().asString().contains("base-ulr");
    }

    @Test
    void whatIsOnlyNotationIsNoUri() {
        assertThat(MarkdownMentions.of(FILE, "`llmchat:model[?options]`, `llmchat:` and `llmchat`")).isEmpty();
    }

    @Test
    void placeholdersAndValuesKnownAtRunTimeAreValid() {
        Stream<Mention> mentions = Stream.of(
                "llmchat:{{model}}?temperature={{?t}}", "llmchat:${header.model}?seed=${header.seed}",
                "llmchat:anthropic/claude-sonnet-4.5:beta?chunksTo=RAW(seda:a?size=5&waitForTaskToComplete=Never)")
                .map(uri -> new Mention(FILE, 1, uri));

        assertThat(problems(mentions)).isEmpty();
    }

    private List<String> problems(Stream<Mention> mentions) {
        return mentions.map(check::problem).flatMap(Optional::stream).toList();
    }
}

package io.github.llmchat.quirks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The users' page about quirks says what the tests show. */
class CompatibilityDocTest {

    private static final Path PAGE = Path.of("..", "docs", "compatibility.md");
    private static final String UPDATE
            = "./mvnw -pl camel-llmchat-component test -Dtest=CompatibilityDocTest -Ddocs.update";

    @Test
    void thePageIsThatOfTheTests() throws IOException {
        String current = new CompatibilityPage(QuirkSection.all()).markdown();
        if (Boolean.getBoolean("docs.update")) {
            Files.writeString(PAGE, current);
        }

        List<String> page = Files.readString(PAGE).lines().toList();
        assertThat(current.lines().filter(line -> !page.contains(line)))
                .as("%s is stale, these lines are new. Run %s", PAGE, UPDATE)
                .isEmpty();
        assertThat(page).as("%s is stale. Run %s", PAGE, UPDATE).isEqualTo(current.lines().toList());
    }
}

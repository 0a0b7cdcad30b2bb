package io.github.llmchat.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Options and headers are described where they are declared; the pages repeat it between two markers. */
class OptionTablesTest {

    private static final String START = "<!-- options: START -->\n";
    private static final String UPDATE
            = "./mvnw -pl camel-llmchat-component test -Dtest=OptionTablesTest -Ddocs.update";
    private static final String END = "<!-- options: END -->";

    @ParameterizedTest
    @CsvSource({ "llmchat, llmchat-component.md", "llmchat-tool, llmchat-tool.md" })
    void theTablesOfTheComponentsPageAreThoseOfTheCode(String scheme, String name) throws IOException {
        Path file = Path.of("..", "docs", name);
        String page = Files.readString(file);
        assertThat(page).contains(START, END);
        String before = page.substring(0, page.indexOf(START) + START.length());
        String tables = page.substring(before.length(), page.indexOf(END));
        String current = "\n" + new OptionTables(ComponentCatalog.json(scheme)).markdown() + "\n";
        if (Boolean.getBoolean("docs.update")) {
            Files.writeString(file, before + current + page.substring(page.indexOf(END)));
            tables = current;
        }

        List<String> documented = tables.lines().toList();
        assertThat(current.lines().filter(line -> !documented.contains(line)))
                .as("%s is stale, these lines are new. Run %s", file, UPDATE)
                .isEmpty();
        assertThat(documented).as("%s is stale. Run %s", file, UPDATE).isEqualTo(current.lines().toList());
    }
}

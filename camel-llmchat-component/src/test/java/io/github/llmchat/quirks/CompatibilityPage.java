package io.github.llmchat.quirks;

import java.util.List;
import java.util.stream.Collectors;

/** The users' page about quirks, as Markdown. */
final class CompatibilityPage {

    private static final String INTRO = """
            # Compatibility

            Many servers and gateways call their API compatible with OpenAI's Chat Completions. No two of them send quite the
            same. This page lists the differences that we know of, and what a route with `llmchat:` gets when it meets one.
            If your gateway does something that is not listed here and breaks a route, please report it with the bytes it sends.

            %d differences, found in public issue trackers, documents and test suites. %s, named by the number in the first
            column, that plays the bytes to a real route and compares all that comes out. To run them:

            ```sh
            ./mvnw -pl camel-llmchat-component test -Dtest=QuirksTest
            ```

            The tables are generated from the tests: `-Dtest=CompatibilityDocTest -Ddocs.update` writes this page anew.

            What the words mean: a *plain* call is one without streaming, a *stream* is an answer in server-sent events. All
            failures are exceptions of the package `io.github.llmchat.error`; the *partial completion* is what an exception
            keeps of an answer that had begun.
            """;
    private static final String HEAD = "| | servers send | llmchat | seen |\n|---|---|---|---|\n";
    private static final String FAR_INTRO = "\n## What cannot reach a route\n\n";
    private static final String FAR_HEAD = "| | servers send | why not | seen |\n|---|---|---|---|\n";

    private final List<QuirkSection> sections;

    CompatibilityPage(List<QuirkSection> sections) {
        this.sections = sections;
    }

    String markdown() {
        List<Quirk> all = sections.stream().flatMap(section -> section.quirks().stream()).toList();
        long tested = all.stream().filter(Quirk::reachesUs).count();
        String tests = tested == all.size() ? "Each of them is a test" : "Each of the " + tested + " that reach us is a test";
        StringBuilder page = new StringBuilder(INTRO.formatted(all.size(), tests));
        for (QuirkSection section : sections) {
            append(page, "\n## " + section.title() + "\n\n" + HEAD,
                    section.quirks().stream().filter(Quirk::reachesUs).toList());
        }
        append(page, FAR_INTRO + FAR_HEAD, all.stream().filter(quirk -> !quirk.reachesUs()).toList());
        return page.toString();
    }

    private static void append(StringBuilder page, String head, List<Quirk> quirks) {
        if (!quirks.isEmpty()) {
            page.append(head).append(quirks.stream().map(CompatibilityPage::row).collect(Collectors.joining()));
        }
    }

    private static String row(Quirk quirk) {
        String sees = "**" + quirk.title() + "**: " + quirk.wire();
        return "| Q" + quirk.id() + " | " + cell(sees) + " | " + cell(quirk.handling()) + " | " + links(quirk) + " |\n";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    private static String links(Quirk quirk) {
        return quirk.sources().stream().map(url -> "[" + label(url) + "](" + url + ")").collect(Collectors.joining(", "));
    }

    /** Where a link leads, in as few words as possible: the repository and number of an issue, else the host. */
    private static String label(String url) {
        String[] parts = url.split("/");
        if (parts[2].equals("github.com") && parts.length > 4) {
            boolean numbered = parts.length > 6 && parts[6].matches("\\d+");
            return parts[4] + (numbered ? " " + parts[6] : "");
        }
        return parts[2];
    }
}

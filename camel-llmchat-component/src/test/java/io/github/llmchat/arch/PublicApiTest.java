package io.github.llmchat.arch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import io.github.llmchat.stream.ChatStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What users may rely on is in files of its own, so that a change of it is seen in the change that makes it. */
class PublicApiTest {

    /** Of the package of caches; the rest is internal. */
    private static final Set<String> CACHES = Set.of("CompletionCache", "MemoryCompletionCache", "JdbcCompletionCache");
    private static final String UPDATE
            = "./mvnw -pl camel-llmchat-component test -Dtest=PublicApiTest -Dapi.update";

    private static final Set<String> TOOL_TYPES
            = Set.of("LlmChatToolComponent", "LlmChatToolConstants", "LlmChatToolEndpoint", "ToolCallEvent");

    @Test
    void theApiForRoutesIsTheOneOnRecord() throws IOException {
        Predicate<JavaClass> forUsers = type -> switch (type.getPackageName()) {
            case "io.github.llmchat", "io.github.llmchat.model", "io.github.llmchat.error", "io.github.llmchat.kafka" -> true;
            case "io.github.llmchat.cache" -> CACHES.contains(type.getSimpleName());
            case "io.github.llmchat.tool.route" -> TOOL_TYPES.contains(type.getSimpleName());
            default -> type.isEquivalentTo(ChatStream.class);
        };
        check("public-api.txt", ApiDump.of(ComponentClasses.written(), forUsers));
    }

    @Test
    void theApiForTestsIsTheOneOnRecord() throws IOException {
        Predicate<JavaClass> forUsers = type -> type.getPackageName().equals("io.github.llmchat.testing");
        check("testing-api.txt", ApiDump.of(ComponentClasses.tests(), forUsers));
    }

    private static void check(String name, List<String> api) throws IOException {
        Path record = Path.of("api", name);
        if (Boolean.getBoolean("api.update")) {
            Files.createDirectories(record.getParent());
            Files.write(record, api);
        }
        assertThat(record).as("%s is missing. Run %s", record, UPDATE).exists();
        List<String> recorded = Files.readAllLines(record);
        assertThat(changes(qualified(recorded), qualified(api)))
                .as("%s differs from the code. If the change of the API is meant, run %s and commit the file", record, UPDATE)
                .isEmpty();
        assertThat(recorded).isEqualTo(api);
    }

    private static List<String> changes(List<String> before, List<String> now) {
        Stream<String> removed = before.stream().filter(line -> !now.contains(line)).map(line -> "- " + line);
        Stream<String> added = now.stream().filter(line -> !before.contains(line)).map(line -> "+ " + line);
        return Stream.concat(removed, added).toList();
    }

    /** The members with their types before them: by itself a line does not say whose it is. */
    private static List<String> qualified(List<String> api) {
        List<String> qualified = new ArrayList<>();
        String type = "";
        for (String line : api) {
            type = line.startsWith(" ") ? type : line;
            qualified.add(line.startsWith(" ") ? type + " {" + line.strip() + "}" : line);
        }
        return qualified;
    }
}

package io.github.llmchat.examples.queues;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

import static org.assertj.core.api.Assertions.assertThat;

/** The page on queues, whose routes are run as they stand there. */
final class QueuePage {

    private static final Path PAGE = Path.of("..", "docs", "queues.md");

    private QueuePage() {
    }

    /** The one YAML block with a certain word in it. */
    static String yaml(String word) throws Exception {
        Matcher blocks = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
        List<String> found = new ArrayList<>();
        while (blocks.find()) {
            if (blocks.group(1).contains(word)) {
                found.add(blocks.group(1));
            }
        }
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    static void run(DefaultCamelContext context, String yaml) throws Exception {
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("queues.yaml", yaml));
        context.start();
    }
}

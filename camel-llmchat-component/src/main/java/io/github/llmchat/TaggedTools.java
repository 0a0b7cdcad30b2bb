package io.github.llmchat;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

import io.github.llmchat.tool.Tool;
import io.github.llmchat.tool.ToolSource;
import io.github.llmchat.tool.route.ToolRegistry;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The routes of a context that are tools with one of the endpoint's tags, as they come and go. */
final class TaggedTools implements ToolSource {

    private static final Logger LOG = LoggerFactory.getLogger(TaggedTools.class);

    private final ToolRegistry registry;
    private final String option;
    private final Set<String> tags;
    private final AtomicBoolean warned = new AtomicBoolean();

    TaggedTools(CamelContext context, String option) {
        this.registry = ToolRegistry.of(context);
        this.option = option;
        this.tags = Arrays.stream(option.split(",")).map(String::strip).filter(tag -> !tag.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Collection<Tool> tools() {
        Collection<Tool> tools = registry.tools(tags);
        if (tools.isEmpty() && warned.compareAndSet(false, true)) {
            LOG.warn(
                    "tags={}: no route llmchat-tool: that runs has such a tag: the model is offered none (known are {})",
                    option, registry.knownTags());
        }
        return tools;
    }
}

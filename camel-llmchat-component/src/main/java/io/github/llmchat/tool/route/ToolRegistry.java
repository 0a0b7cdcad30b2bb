package io.github.llmchat.tool.route;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;

import io.github.llmchat.tool.Tool;
import org.apache.camel.CamelContext;
import org.apache.camel.ExtendedCamelContext;

/**
 * Internal: public only because other packages of this component use it. The tools of one Camel context: those whose
 * routes take calls. Thread-safe.
 */
public final class ToolRegistry {

    private static final String ALL = "*";

    /** Sorted: gateways that cache prompts want the tools of all requests in one order. */
    private final Map<String, Entry> entries = new ConcurrentSkipListMap<>();

    private ToolRegistry() {
    }

    private record Entry(Tool tool, Set<String> tags, LlmChatToolConsumer owner) {
    }

    /** {@return the context's registry, which is there from the first time that it is asked for} */
    public static ToolRegistry of(CamelContext context) {
        ExtendedCamelContext extension = context.getCamelContextExtension();
        synchronized (ToolRegistry.class) {
            ToolRegistry known = extension.getContextPlugin(ToolRegistry.class);
            if (known == null) {
                known = new ToolRegistry();
                extension.addContextPlugin(ToolRegistry.class, known);
                context.addLifecycleStrategy(new WarmUp());
            }
            return known;
        }
    }

    /**
     * The tools that can be called now.
     *
     * @param  tags those that are wanted; {@code *} stands for all tools, also those without tags
     * @return      the tools that have at least one of the tags, by name
     */
    public Collection<Tool> tools(Set<String> tags) {
        return entries.values().stream()
                .filter(entry -> tags.contains(ALL) || entry.tags().stream().anyMatch(tags::contains))
                .map(Entry::tool).toList();
    }

    /** {@return the tags that tools have now} */
    public SortedSet<String> knownTags() {
        SortedSet<String> known = new TreeSet<>();
        entries.values().forEach(entry -> known.addAll(entry.tags()));
        return known;
    }

    /**
     * @throws IllegalStateException if another route has a tool of this name
     */
    void add(Tool tool, Set<String> tags, LlmChatToolConsumer owner) {
        String name = tool.spec().name();
        Entry present = entries.putIfAbsent(name, new Entry(tool, tags, owner));
        if (present != null && present.owner() != owner) {
            throw new IllegalStateException(
                    "The tool " + name + " of the route " + owner.getRouteId() + " is already there: the route "
                                            + present.owner().getRouteId() + " has it. Names of tools are unique in a context");
        }
    }

    void remove(LlmChatToolConsumer owner) {
        entries.values().removeIf(entry -> entry.owner() == owner);
    }

    boolean contains(LlmChatToolConsumer owner) {
        Entry entry = entries.get(owner.getEndpoint().getName());
        return entry != null && entry.owner() == owner;
    }
}

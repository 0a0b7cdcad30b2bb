package io.github.llmchat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.llmchat.model.ChatMessage;
import io.github.llmchat.model.Json;
import io.github.llmchat.tool.LoopLimits;
import io.github.llmchat.tool.Tool;
import io.github.llmchat.tool.ToolCaller;
import io.github.llmchat.tool.ToolLoop;
import io.github.llmchat.tool.ToolObserver;
import io.github.llmchat.tool.ToolPolicies;
import io.github.llmchat.tool.ToolRun;
import io.github.llmchat.tool.ToolSource;
import io.github.llmchat.tool.ToolSpec;
import io.github.llmchat.tool.route.ToolAudit;
import org.apache.camel.Exchange;

/** The tools of one endpoint: which are offered to the model, and the rules by which they are run. */
final class EndpointTools {

    private final LlmChatEndpoint endpoint;
    private final boolean automatic;
    private final LoopLimits limits;
    private final ToolPolicies policies;
    private final Duration agenticTimeout;
    private final boolean parallel;
    private final Duration parallelTimeout;
    private final ReplayedMessages replayed;
    private final ToolObserver observer;
    private volatile List<ToolSource> sources = List.of();

    /** @throws IllegalArgumentException if an option's value is not allowed */
    EndpointTools(LlmChatEndpoint endpoint) {
        LlmChatConfiguration options = endpoint.getConfiguration();
        this.endpoint = endpoint;
        this.observer = ToolAudit.of(endpoint.getCamelContext());
        this.automatic = options.isAutoToolExecution() && (hasTags(options) || !options.getMcpServer().isEmpty());
        this.limits = CallSettings.loop(options);
        this.policies = policies(options);
        this.agenticTimeout = CallSettings.duration("agenticTimeout", options.getAgenticTimeout());
        this.parallel = options.isParallelToolExecution();
        this.parallelTimeout = CallSettings.duration("parallelToolTimeout", options.getParallelToolTimeout());
        this.replayed = new ReplayedMessages(options);
    }

    private static boolean hasTags(LlmChatConfiguration options) {
        return options.getTags() != null && !options.getTags().isBlank();
    }

    private static ToolPolicies policies(LlmChatConfiguration options) {
        return new ToolPolicies(
                fails(options.getHallucinatedToolNameStrategy()), fails(options.getInvalidToolArgumentsStrategy()),
                fails(options.getToolRefusalStrategy()), fails(options.getToolExecutionErrorStrategy()));
    }

    private static boolean fails(LlmChatToolErrorStrategy strategy) {
        return strategy == LlmChatToolErrorStrategy.failExchange;
    }

    /** @throws IllegalArgumentException if MCP servers are given that can't be told how to reach */
    void start() {
        LlmChatConfiguration options = endpoint.getConfiguration();
        List<ToolSource> found = new ArrayList<>();
        if (hasTags(options)) {
            found.add(new TaggedTools(endpoint.getCamelContext(), options.getTags()));
        }
        found.add(McpServers.of(options, endpoint.getCamelContext(), endpoint.getComponent()::threads));
        sources = found;
        found.forEach(ToolSource::start);
    }

    void stop() {
        sources.forEach(ToolSource::stop);
        sources = List.of();
    }

    /**
     * Puts the endpoint's tools into a request, behind those that it has.
     *
     * @return                          how the conversation goes on when the model calls some; null if none are offered
     * @throws IllegalArgumentException if a name is there twice, or several answers are asked for
     */
    ToolConversation offer(ObjectNode request, Exchange exchange) {
        Map<String, Tool> ours = new LinkedHashMap<>();
        // a route of the user's own comes before a server's tool of its name
        sources.forEach(source -> source.tools().forEach(tool -> ours.putIfAbsent(tool.spec().name(), tool)));
        Set<String> callers = names(request.path("tools"));
        if (ours.isEmpty() && callers.isEmpty() && !automatic) {
            return null;
        }
        addTo(request, ours, callers);
        if (!automatic) {
            return conversation(Map.of(), null, exchange);
        }
        if (request.path("n").asInt(1) > 1) {
            throw new IllegalArgumentException(
                    "n=" + request.path("n").asInt() + " can't be combined with tools that are run (options tags, mcpServer): "
                                               + "only one answer can go on; or set autoToolExecution=false");
        }
        return conversation(ours, callers, exchange);
    }

    private static void addTo(ObjectNode request, Map<String, Tool> ours, Set<String> callers) {
        ours.keySet().stream().filter(callers::contains).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException(
                    "The tool " + name + " is in tools, and the endpoint has one too (options tags, mcpServer): rename one");
        });
        if (!ours.isEmpty()) {
            ArrayNode tools = request.path("tools") instanceof ArrayNode given ? given : request.putArray("tools");
            ours.values().forEach(tool -> tools.add(tool.spec().definition()));
        }
    }

    private static Set<String> names(JsonNode tools) {
        Set<String> names = new HashSet<>();
        for (JsonNode tool : tools) {
            String type = tool.path("type").asText("function");
            names.add(tool.path(type).path("name").asText());
        }
        return names;
    }

    private ToolConversation conversation(Map<String, Tool> ours, Set<String> callers, Exchange exchange) {
        Map<String, ToolSpec> specs = new LinkedHashMap<>();
        ours.forEach((name, tool) -> specs.put(name, tool.spec()));
        ToolLoop loop = new ToolLoop(limits, policies, specs, callers == null ? name -> true : callers::contains);
        LlmChatThreads threads = endpoint.getComponent().threads();
        ToolRun.Setting setting
                = new ToolRun.Setting(ours, parallel, parallelTimeout, threads, threads::after, observer);
        ToolCaller caller
                = new ToolCaller(exchange.getExchangeId(), new LinkedHashMap<>(exchange.getMessage().getHeaders()));
        return new ToolConversation(this, setting, loop, caller, callers != null && callers.isEmpty());
    }

    /** Messages of the model and of tools, as they go back to the model. */
    List<JsonNode> replayed(List<ChatMessage> messages) {
        List<JsonNode> trees = new ArrayList<>();
        messages.forEach(message -> trees.add(message.copyOfTree()));
        replayed.adapt(Json.mapper().createArrayNode().addAll(trees));
        return trees;
    }

    Duration agenticTimeout() {
        return agenticTimeout;
    }
}

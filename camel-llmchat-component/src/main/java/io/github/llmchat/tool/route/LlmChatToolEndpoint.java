package io.github.llmchat.tool.route;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.llmchat.camel.RouteTarget;
import io.github.llmchat.tool.ToolSpec;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;

/**
 * Makes a route a tool that models can call through llmchat endpoints.
 * <p>
 * One endpoint stands for one tool. Camel makes, starts and stops it; it is thread-safe.
 */
@UriEndpoint(firstVersion = "0.1.0", scheme = "llmchat-tool", title = "LLM Chat Tool", syntax = "llmchat-tool:name",
             consumerOnly = true, remote = false, category = { Category.AI }, headersClass = LlmChatToolConstants.class)
public class LlmChatToolEndpoint extends DefaultEndpoint {

    @UriPath(description = "The name by which models call the tool: 1 to 64 letters, digits, _ and -. Unique in the Camel "
                           + "context.")
    @Metadata(required = true)
    private final String name;

    @UriParam(description = "What the tool does and when to use it, for the model. Without it, the model sees the name only.")
    private String description;

    @UriParam(description = "Tags between commas. A llmchat endpoint offers the tools that have one of its own tags; a tool "
                            + "without tags is offered only by endpoints with tags=*.")
    private String tags;

    @UriParam(multiValue = true, prefix = "parameter.",
              description = "The arguments that the tool takes: parameter.X=type (string, integer, number or boolean), and "
                            + "parameter.X.description=text, parameter.X.required=true, parameter.X.enum=a,b. In the YAML DSL "
                            + "and in properties files names lose their dashes: use argSchema there.")
    private Map<String, String> parameter = new LinkedHashMap<>();

    @UriParam(description = "The arguments that the tool takes, as a JSON Schema of an object, or where that is "
                            + "(resource:classpath:order.json, resource:file:order.json). Instead of parameter.*.")
    private String argSchema;

    @UriParam(javaType = "java.time.Duration", defaultValue = "60000",
              description = "How long a call may take, waiting for its turn (maxConcurrency) included. The model is told "
                            + "that it took too long; the route goes on, and its result is dropped. An approval may take as "
                            + "long before that. 0 means without limit.")
    private long timeout = 60_000;

    @UriParam(defaultValue = "0",
              description = "How many calls of the tool may run at a time; further ones wait, without a thread. 0 means any "
                            + "number.")
    private int maxConcurrency;

    @UriParam(description = "An endpoint that is asked before each call, with the arguments as body. The call runs only if the "
                            + "body of the reply is true; a failure or no reply within timeout is a refusal.")
    private String approvalUri;

    @UriParam(defaultValue = "false",
              description = "Whether the result is the answer, instead of being given to the model. It is if all calls of a "
                            + "round are of such tools and succeed.")
    private boolean returnDirect;

    @UriParam(description = "Headers of the caller's message that the route (and the approval) sees: names and patterns "
                            + "(wildcard at the end, or regular expression) between commas. By default none. An argument "
                            + "whose name is among them never becomes a header: what must not come from the model, such as a "
                            + "customer's id, comes from the caller this way.")
    private String callerHeaders;

    @UriParam(defaultValue = "262144",
              description = "How many characters the result may have. The call fails with a longer one.")
    private int maxResultSize = 262_144;

    private ToolParameters parameters;
    private ToolSpec spec;

    LlmChatToolEndpoint(String uri, LlmChatToolComponent component, String name) {
        super(uri, component);
        this.name = name;
    }

    /**
     * Called when all options are set.
     *
     * @throws IllegalArgumentException if one is wrong; the message names it and what is allowed
     */
    void check() {
        if (timeout < 0 || maxConcurrency < 0) {
            throw new IllegalArgumentException(
                    "timeout and maxConcurrency must be 0 or more, not " + timeout + " and " + maxConcurrency);
        }
        if (maxResultSize < 1) {
            throw new IllegalArgumentException("maxResultSize must be 1 or more, not " + maxResultSize);
        }
        parameters = ToolParameters.of(getCamelContext(), parameter, argSchema);
        String told = description == null || description.isBlank() ? name : description;
        spec = new ToolSpec(name, told, parameters.schema().schema(), returnDirect);
    }

    ToolParameters parameters() {
        return parameters;
    }

    ToolSpec spec() {
        return spec;
    }

    @Override
    public LlmChatToolComponent getComponent() {
        return (LlmChatToolComponent) super.getComponent();
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException(
                "llmchat-tool: can't be used in to(): models call tools, through llmchat:model?tags=...");
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        Approval approval = approvalUri == null || approvalUri.isBlank()
                ? null : new Approval(name, RouteTarget.resolve(getCamelContext(), "approvalUri", approvalUri));
        LlmChatToolConsumer consumer = new LlmChatToolConsumer(this, processor, approval);
        configureConsumer(consumer);
        return consumer;
    }

    /** {@return the name by which models call the tool} */
    public String getName() {
        return name;
    }

    /** {@return what the tool does, for the model} */
    public String getDescription() {
        return description;
    }

    /** @param description what the tool does, for the model */
    public void setDescription(String description) {
        this.description = description;
    }

    /** {@return tags between commas} */
    public String getTags() {
        return tags;
    }

    /** @param tags tags between commas */
    public void setTags(String tags) {
        this.tags = tags;
    }

    /** {@return the options {@code parameter.*}, without their prefix} */
    public Map<String, String> getParameter() {
        return parameter;
    }

    /** @param parameter the options {@code parameter.*}, without their prefix */
    public void setParameter(Map<String, String> parameter) {
        this.parameter = parameter;
    }

    /** {@return a JSON Schema, or the resource that holds it} */
    public String getArgSchema() {
        return argSchema;
    }

    /** @param argSchema a JSON Schema, or the resource that holds it */
    public void setArgSchema(String argSchema) {
        this.argSchema = argSchema;
    }

    /** {@return how long a call may take, in milliseconds; 0 for any time} */
    public long getTimeout() {
        return timeout;
    }

    /** @param timeout how long a call may take, in milliseconds; 0 for any time */
    public void setTimeout(long timeout) {
        this.timeout = timeout;
    }

    /** {@return how many calls may run at a time; 0 for any number} */
    public int getMaxConcurrency() {
        return maxConcurrency;
    }

    /** @param maxConcurrency how many calls may run at a time; 0 for any number */
    public void setMaxConcurrency(int maxConcurrency) {
        this.maxConcurrency = maxConcurrency;
    }

    /** {@return the endpoint that is asked before each call} */
    public String getApprovalUri() {
        return approvalUri;
    }

    /** @param approvalUri the endpoint that is asked before each call */
    public void setApprovalUri(String approvalUri) {
        this.approvalUri = approvalUri;
    }

    /** {@return whether the result is the answer} */
    public boolean isReturnDirect() {
        return returnDirect;
    }

    /** @param returnDirect whether the result is the answer */
    public void setReturnDirect(boolean returnDirect) {
        this.returnDirect = returnDirect;
    }

    /** {@return names and patterns of the caller's headers that the route sees} */
    public String getCallerHeaders() {
        return callerHeaders;
    }

    /** @param callerHeaders names and patterns of the caller's headers that the route sees */
    public void setCallerHeaders(String callerHeaders) {
        this.callerHeaders = callerHeaders;
    }

    /** {@return how many characters a result may have} */
    public int getMaxResultSize() {
        return maxResultSize;
    }

    /** @param maxResultSize how many characters a result may have */
    public void setMaxResultSize(int maxResultSize) {
        this.maxResultSize = maxResultSize;
    }
}

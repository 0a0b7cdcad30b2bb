package io.github.llmchat;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/**
 * Options about running the tools that a model asks for, and how far that may go.
 */
@UriParams
public abstract class LlmChatToolLoopConfiguration extends LlmChatMcpConfiguration {

    @UriParam(label = "tools",
              description = "Offers the model the routes from(\"llmchat-tool:...\") that have one of these tags, separated by "
                            + "commas; an asterisk stands for all tools, those without a tag included. None unless set.")
    private String tags;

    @UriParam(label = "tools", defaultValue = "true",
              description = "Whether tools that the model asks for are run, and the model is asked again with their results. "
                            + "If false, the calls are the message body, and operation=toolResults sends their results back.")
    private boolean autoToolExecution = true;

    @UriParam(label = "tools", defaultValue = "20",
              description = "How often tools may be run and the model be asked again for one message, 1 or more. A model that "
                            + "asks for more fails the exchange with a LimitException.")
    private int maxToolIterations = 20;

    @UriParam(label = "tools", defaultValue = "0",
              description = "How many tokens (total_tokens of all answers together) may have been taken when the model is "
                            + "asked again with results of tools. 0 for any number.")
    private long maxAgenticTokens;

    @UriParam(label = "tools", defaultValue = "240000", javaType = "java.time.Duration",
              description = "Time limit of an answer with all its tool calls, from the first request on; it counts once a tool "
                            + "was called. 0 for none.")
    private long agenticTimeout = 240_000;

    @UriParam(label = "tools", defaultValue = "false",
              description = "Whether several tools that the model asks for at once run side by side. Their results keep the "
                            + "order of the calls either way.")
    private boolean parallelToolExecution;

    @UriParam(label = "tools", defaultValue = "0", javaType = "java.time.Duration",
              description = "With parallelToolExecution: how long the tools of one round may take together; those that have no "
                            + "result then count as late. 0 for no limit but that of each tool.")
    private long parallelToolTimeout;

    @UriParam(label = "tools", defaultValue = "failExchange",
              description = "What happens when a tool fails or gives no result in time: failExchange (so that nothing is "
                            + "answered, and acknowledged, without what the tool should have done), or repromptModel.")
    private LlmChatToolErrorStrategy toolExecutionErrorStrategy = LlmChatToolErrorStrategy.failExchange;

    @UriParam(label = "tools", defaultValue = "repromptModel",
              description = "What happens when the model calls a tool that it was not offered: repromptModel or failExchange.")
    private LlmChatToolErrorStrategy hallucinatedToolNameStrategy = LlmChatToolErrorStrategy.repromptModel;

    @UriParam(label = "tools", defaultValue = "repromptModel",
              description = "What happens when the arguments of a call violate the schema of its tool: repromptModel or "
                            + "failExchange. The tool is not run.")
    private LlmChatToolErrorStrategy invalidToolArgumentsStrategy = LlmChatToolErrorStrategy.repromptModel;

    @UriParam(label = "tools", defaultValue = "repromptModel",
              description = "What happens when a call is not approved (option approvalUri of the tool): repromptModel or "
                            + "failExchange.")
    private LlmChatToolErrorStrategy toolRefusalStrategy = LlmChatToolErrorStrategy.repromptModel;

    /** {@return the tags of the routes that are offered as tools, or null} */
    public String getTags() {
        return tags;
    }

    /** @param tags the tags of the routes that are offered as tools, or null */
    public void setTags(String tags) {
        this.tags = tags;
    }

    /** {@return whether tools are run} */
    public boolean isAutoToolExecution() {
        return autoToolExecution;
    }

    /** @param autoToolExecution whether tools are run */
    public void setAutoToolExecution(boolean autoToolExecution) {
        this.autoToolExecution = autoToolExecution;
    }

    /** {@return how often tools may be run for one message} */
    public int getMaxToolIterations() {
        return maxToolIterations;
    }

    /** @param maxToolIterations how often tools may be run for one message, 1 or more */
    public void setMaxToolIterations(int maxToolIterations) {
        this.maxToolIterations = maxToolIterations;
    }

    /** {@return how many tokens answers may take until tools are no longer run; 0 for any number} */
    public long getMaxAgenticTokens() {
        return maxAgenticTokens;
    }

    /** @param maxAgenticTokens how many tokens answers may take until tools are no longer run; 0 for any number */
    public void setMaxAgenticTokens(long maxAgenticTokens) {
        this.maxAgenticTokens = maxAgenticTokens;
    }

    /** {@return the time limit of an answer with its tool calls, in milliseconds; 0 for none} */
    public long getAgenticTimeout() {
        return agenticTimeout;
    }

    /** @param agenticTimeout the time limit of an answer with its tool calls, in milliseconds; 0 for none */
    public void setAgenticTimeout(long agenticTimeout) {
        this.agenticTimeout = agenticTimeout;
    }

    /** {@return whether the tools of one round run side by side} */
    public boolean isParallelToolExecution() {
        return parallelToolExecution;
    }

    /** @param parallelToolExecution whether the tools of one round run side by side */
    public void setParallelToolExecution(boolean parallelToolExecution) {
        this.parallelToolExecution = parallelToolExecution;
    }

    /** {@return how long the tools of one round may take side by side, in milliseconds; 0 for no limit} */
    public long getParallelToolTimeout() {
        return parallelToolTimeout;
    }

    /** @param parallelToolTimeout how long the tools of one round may take, in milliseconds; 0 for no limit */
    public void setParallelToolTimeout(long parallelToolTimeout) {
        this.parallelToolTimeout = parallelToolTimeout;
    }

    /** {@return what happens when a tool fails or is late} */
    public LlmChatToolErrorStrategy getToolExecutionErrorStrategy() {
        return toolExecutionErrorStrategy;
    }

    /** @param toolExecutionErrorStrategy what happens when a tool fails or is late */
    public void setToolExecutionErrorStrategy(LlmChatToolErrorStrategy toolExecutionErrorStrategy) {
        this.toolExecutionErrorStrategy = toolExecutionErrorStrategy;
    }

    /** {@return what happens when the model calls a tool that it was not offered} */
    public LlmChatToolErrorStrategy getHallucinatedToolNameStrategy() {
        return hallucinatedToolNameStrategy;
    }

    /** @param hallucinatedToolNameStrategy what happens when the model calls a tool that it was not offered */
    public void setHallucinatedToolNameStrategy(LlmChatToolErrorStrategy hallucinatedToolNameStrategy) {
        this.hallucinatedToolNameStrategy = hallucinatedToolNameStrategy;
    }

    /** {@return what happens when arguments violate a tool's schema} */
    public LlmChatToolErrorStrategy getInvalidToolArgumentsStrategy() {
        return invalidToolArgumentsStrategy;
    }

    /** @param invalidToolArgumentsStrategy what happens when arguments violate a tool's schema */
    public void setInvalidToolArgumentsStrategy(LlmChatToolErrorStrategy invalidToolArgumentsStrategy) {
        this.invalidToolArgumentsStrategy = invalidToolArgumentsStrategy;
    }

    /** {@return what happens when a call is not approved} */
    public LlmChatToolErrorStrategy getToolRefusalStrategy() {
        return toolRefusalStrategy;
    }

    /** @param toolRefusalStrategy what happens when a call is not approved */
    public void setToolRefusalStrategy(LlmChatToolErrorStrategy toolRefusalStrategy) {
        this.toolRefusalStrategy = toolRefusalStrategy;
    }
}

package io.github.llmchat;

import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/**
 * Options about the tools that a model may ask for. Each is about the request; null means not sent.
 */
@UriParams
public abstract class LlmChatToolConfiguration extends LlmChatToolLoopConfiguration {

    @UriParam(label = "request",
              description = "Tools offered to the model: a JSON array as text, or resource:classpath:tools.json, of objects "
                            + "as the field tools has them. Calls of these tools are the message body: whoever gets the "
                            + "answer runs them, and operation=toolResults sends their results back. Not sent unless set.")
    @Metadata(supportFileReference = true)
    private String tools;

    @UriParam(label = "request",
              description = "Whether the model may or must call tools: auto, none, required, or a JSON object as text that "
                            + "names one (field tool_choice). Not sent unless set.")
    private String toolChoice;

    @UriParam(label = "request",
              description = "Whether the model may ask for several tool calls at once (field parallel_tool_calls). Not sent "
                            + "unless set.")
    private Boolean parallelToolCalls;

    @UriParam(label = "request", defaultValue = "asGiven",
              description = "What is sent as the content of an assistant message that has tool calls and no text: asGiven "
                            + "(null, as OpenAI has it), empty (an empty text, for gateways that refuse null) or absent.")
    private LlmChatToolCallContent toolCallContent = LlmChatToolCallContent.asGiven;

    /** {@return the tools offered to the model, a JSON array as text, or null} */
    public String getTools() {
        return tools;
    }

    /** @param tools the tools offered to the model, a JSON array as text, or null */
    public void setTools(String tools) {
        this.tools = tools;
    }

    /** {@return which tool the model must call, or null} */
    public String getToolChoice() {
        return toolChoice;
    }

    /** @param toolChoice which tool the model must call, or null */
    public void setToolChoice(String toolChoice) {
        this.toolChoice = toolChoice;
    }

    /** {@return whether the model may ask for several calls at once, or null} */
    public Boolean getParallelToolCalls() {
        return parallelToolCalls;
    }

    /** @param parallelToolCalls whether the model may ask for several calls at once, or null */
    public void setParallelToolCalls(Boolean parallelToolCalls) {
        this.parallelToolCalls = parallelToolCalls;
    }

    /** {@return what stands for the text of a message that only calls tools} */
    public LlmChatToolCallContent getToolCallContent() {
        return toolCallContent;
    }

    /** @param toolCallContent what stands for the text of a message that only calls tools */
    public void setToolCallContent(LlmChatToolCallContent toolCallContent) {
        this.toolCallContent = toolCallContent;
    }
}

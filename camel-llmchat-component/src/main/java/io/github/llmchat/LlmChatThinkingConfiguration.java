package io.github.llmchat;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/**
 * Options that say how the model thinks before it answers, and where its reasoning goes.
 *
 * <p>
 * Those labelled request are fields of the request; null means not sent.
 */
@UriParams
public abstract class LlmChatThinkingConfiguration extends LlmChatSamplingConfiguration {

    @UriParam(label = "request",
              description = "How much a reasoning model thinks, such as none, minimal, low, medium or high; what is allowed "
                            + "depends on the model (field reasoning_effort). Not sent unless set.")
    private String reasoningEffort;

    @UriParam(label = "request",
              description = "Whether the model thinks before it answers (field enable_thinking, which Qwen and gateways in "
                            + "front of it know). Not sent unless set.")
    private Boolean enableThinking;

    @UriParam(label = "request",
              description = "Whether a gateway that knows the field llmgw_thinking switches thinking on or off, whatever the "
                            + "model calls it. Not sent unless set.")
    private Boolean llmgwThinking;

    @UriParam(label = "request",
              description = "The own thinking object of the model, a JSON object as text, such as one of type enabled for "
                            + "GLM, Kimi or Doubao (field thinking). Not sent unless set.")
    private String thinking;

    @UriParam(label = "result", defaultValue = "false",
              description = "Whether thinking that a model writes into the beginning of its text, between the tags think, is "
                            + "taken out of the text: it is then the reasoning, as if the gateway had sent it apart, in "
                            + "streams too.")
    private boolean stripThinking;

    @UriParam(label = "request", defaultValue = "asReceived",
              description = "What happens to the reasoning in the messages of the assistant when a conversation is sent: "
                            + "asReceived (unchanged, under the name it came with), none (left out, for gateways that refuse "
                            + "it), or the one field that the gateway expects, reasoning_content or reasoning.")
    private LlmChatReplayReasoning replayReasoning = LlmChatReplayReasoning.asReceived;

    /** {@return the reasoning effort, or null} */
    public String getReasoningEffort() {
        return reasoningEffort;
    }

    /** @param reasoningEffort the reasoning effort, or null */
    public void setReasoningEffort(String reasoningEffort) {
        this.reasoningEffort = reasoningEffort;
    }

    /** {@return whether the model thinks, or null} */
    public Boolean getEnableThinking() {
        return enableThinking;
    }

    /** @param enableThinking whether the model thinks, or null */
    public void setEnableThinking(Boolean enableThinking) {
        this.enableThinking = enableThinking;
    }

    /** {@return whether the gateway switches thinking on, or null} */
    public Boolean getLlmgwThinking() {
        return llmgwThinking;
    }

    /** @param llmgwThinking whether the gateway switches thinking on, or null */
    public void setLlmgwThinking(Boolean llmgwThinking) {
        this.llmgwThinking = llmgwThinking;
    }

    /** {@return the thinking object of the model, JSON as text, or null} */
    public String getThinking() {
        return thinking;
    }

    /** @param thinking the thinking object of the model, JSON as text, or null */
    public void setThinking(String thinking) {
        this.thinking = thinking;
    }

    /** {@return whether thinking between think tags is taken out of the text} */
    public boolean isStripThinking() {
        return stripThinking;
    }

    /** @param stripThinking whether thinking between think tags is taken out of the text */
    public void setStripThinking(boolean stripThinking) {
        this.stripThinking = stripThinking;
    }

    /** {@return the field in which reasoning goes back to the model} */
    public LlmChatReplayReasoning getReplayReasoning() {
        return replayReasoning;
    }

    /** @param replayReasoning the field in which reasoning goes back to the model */
    public void setReplayReasoning(LlmChatReplayReasoning replayReasoning) {
        this.replayReasoning = replayReasoning;
    }
}

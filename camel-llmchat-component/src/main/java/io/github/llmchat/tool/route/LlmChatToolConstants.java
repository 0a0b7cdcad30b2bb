package io.github.llmchat.tool.route;

import org.apache.camel.spi.Metadata;

/** Names of the message headers that the {@code llmchat-tool} component sets or reads. */
public final class LlmChatToolConstants {

    /** Out: the name of the tool, for its route and for the approval. */
    @Metadata(label = "consumer", javaType = "String")
    public static final String TOOL_NAME = "CamelLlmChatToolName";

    /** Out: the id that the model gave the call, for its route and for the approval; absent if it gave none. */
    @Metadata(label = "consumer", javaType = "String")
    public static final String TOOL_CALL_ID = "CamelLlmChatToolCallId";

    /** In: set by the route behind approvalUri when it refuses: why, in words for the model. */
    @Metadata(label = "consumer", javaType = "String")
    public static final String REFUSAL_REASON = "CamelLlmChatRefusalReason";

    private LlmChatToolConstants() {
    }
}

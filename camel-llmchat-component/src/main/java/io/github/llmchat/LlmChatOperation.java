package io.github.llmchat;

/** What an endpoint asks the gateway for. The constants are spelt as the option {@code operation} takes them. */
public enum LlmChatOperation {

    /** An answer to a conversation: {@code POST /chat/completions}. */
    chat,

    /** The same, for a conversation that goes on with the results of the tools that the last answer asked for. */
    toolResults,

    /** The models that the gateway has: {@code GET /models}. */
    models,

    /** What the gateway's catalogue says about one model: {@code GET /model-catalog/{model}}. */
    modelCatalog
}

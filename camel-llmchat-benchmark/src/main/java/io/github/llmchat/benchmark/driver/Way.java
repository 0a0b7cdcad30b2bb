package io.github.llmchat.benchmark.driver;

/** What is compared. */
public enum Way {

    FLOOR("bare NIO + Jackson", Floor::new),
    CHUNKS_TO("llmchat chunksTo", LlmChat::chunksTo),
    SPLIT("llmchat ChatStream + Split", LlmChat::split),
    PUBLISHER("llmchat publisher", LlmChat::publisher),
    WHOLE("llmchat whole", LlmChat::whole),
    HTTP_SPLIT("camel-http + Split", CamelHttpSplit::open),
    SDK_SPLIT("openai-java + Split", OpenAiSdkSplit::open),
    LANGCHAIN4J("LangChain4j", LangChain4j::new);

    private final String label;
    private final Opening opening;

    Way(String label, Opening opening) {
        this.label = label;
        this.opening = opening;
    }

    /** {@return what a report calls it} */
    public String label() {
        return label;
    }

    Driver open(String baseUrl) throws Exception {
        return opening.open(baseUrl);
    }

    @FunctionalInterface
    private interface Opening {
        Driver open(String baseUrl) throws Exception;
    }
}

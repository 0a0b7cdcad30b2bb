package io.github.llmchat;

import org.apache.camel.spi.Metadata;

/**
 * Names of the message headers and exchange properties that the {@code llmchat} component reads or sets.
 *
 * <p>
 * Headers that go in are named after the option that they override. A call removes them from the message, unless
 * {@code keepRequestHeaders=true}. Headers that come out are set only when the gateway gave the value; numbers are
 * {@code Long}. All names begin with {@code Camel}, so that Camel's header filters keep them off the wire.
 */
public final class LlmChatConstants {

    /** In: the model to call, instead of the one in the path of the endpoint. */
    @Metadata(label = "producer", javaType = "String")
    public static final String MODEL = "CamelLlmChatModel";

    /** In: overrides the option systemMessage for this call. The system message. */
    @Metadata(label = "producer", javaType = "String")
    public static final String SYSTEM_MESSAGE = "CamelLlmChatSystemMessage";

    /** In: overrides the option developerMessage for this call. The developer message. */
    @Metadata(label = "producer", javaType = "String")
    public static final String DEVELOPER_MESSAGE = "CamelLlmChatDeveloperMessage";

    /**
     * In: overrides the option userMessage for this call. The prompt instead of the body's text, or after its
     * conversation.
     */
    @Metadata(label = "producer", javaType = "String")
    public static final String USER_MESSAGE = "CamelLlmChatUserMessage";

    /** In: the media type of a binary body, such as image/png. Overrides Content-Type and the file name. */
    @Metadata(label = "producer", javaType = "String")
    public static final String MEDIA_TYPE = "CamelLlmChatMediaType";

    /**
     * In: images for the prompt, beside what the body and the attachments bring. A URL (http, https or data), or a list
     * or JSON array of them.
     */
    @Metadata(label = "producer", javaType = "Object")
    public static final String IMAGE_URL = "CamelLlmChatImageUrl";

    /** In: overrides the option imageDetail for this call. How closely the model looks at images. */
    @Metadata(label = "producer", javaType = "String")
    public static final String IMAGE_DETAIL = "CamelLlmChatImageDetail";

    /** In: overrides the option temperature for this call. A number from 0 to 2. */
    @Metadata(label = "producer", javaType = "Double")
    public static final String TEMPERATURE = "CamelLlmChatTemperature";

    /** In: overrides the option topP for this call. A number from 0 to 1. */
    @Metadata(label = "producer", javaType = "Double")
    public static final String TOP_P = "CamelLlmChatTopP";

    /** In: overrides the option n for this call. A whole number, 1 or more. */
    @Metadata(label = "producer", javaType = "Integer")
    public static final String N = "CamelLlmChatN";

    /** In: overrides the option stop for this call. A text, or a list or JSON array of 1 to 4 texts. */
    @Metadata(label = "producer", javaType = "Object")
    public static final String STOP = "CamelLlmChatStop";

    /** In: overrides the option maxTokens for this call. A whole number, 1 or more. */
    @Metadata(label = "producer", javaType = "Integer")
    public static final String MAX_TOKENS = "CamelLlmChatMaxTokens";

    /** In: overrides the option maxCompletionTokens for this call. A whole number, 1 or more. */
    @Metadata(label = "producer", javaType = "Integer")
    public static final String MAX_COMPLETION_TOKENS = "CamelLlmChatMaxCompletionTokens";

    /** In: overrides the option presencePenalty for this call. A number from -2 to 2. */
    @Metadata(label = "producer", javaType = "Double")
    public static final String PRESENCE_PENALTY = "CamelLlmChatPresencePenalty";

    /** In: overrides the option frequencyPenalty for this call. A number from -2 to 2. */
    @Metadata(label = "producer", javaType = "Double")
    public static final String FREQUENCY_PENALTY = "CamelLlmChatFrequencyPenalty";

    /** In: overrides the option logitBias for this call. A Map, or a JSON object as text: token id to bias. */
    @Metadata(label = "producer", javaType = "Object")
    public static final String LOGIT_BIAS = "CamelLlmChatLogitBias";

    /** In: overrides the option logprobs for this call. Whether log probabilities are asked for. */
    @Metadata(label = "producer", javaType = "Boolean")
    public static final String LOGPROBS = "CamelLlmChatLogprobs";

    /** In: overrides the option topLogprobs for this call. A whole number from 0 to 20. */
    @Metadata(label = "producer", javaType = "Integer")
    public static final String TOP_LOGPROBS = "CamelLlmChatTopLogprobs";

    /** In: overrides the option seed for this call. A whole number. */
    @Metadata(label = "producer", javaType = "Long")
    public static final String SEED = "CamelLlmChatSeed";

    /** In: overrides the option user for this call. The identifier of the end user. */
    @Metadata(label = "producer", javaType = "String")
    public static final String USER = "CamelLlmChatUser";

    /** In: overrides the option reasoningEffort for this call. A text such as low, medium or high. */
    @Metadata(label = "producer", javaType = "String")
    public static final String REASONING_EFFORT = "CamelLlmChatReasoningEffort";

    /** In: overrides the option enableThinking for this call. Whether the model thinks before it answers. */
    @Metadata(label = "producer", javaType = "Boolean")
    public static final String ENABLE_THINKING = "CamelLlmChatEnableThinking";

    /** In: overrides the option llmgwThinking for this call. Whether the gateway switches thinking on. */
    @Metadata(label = "producer", javaType = "Boolean")
    public static final String LLMGW_THINKING = "CamelLlmChatLlmgwThinking";

    /** In: overrides the option thinking for this call. A Map, or a JSON object as text. */
    @Metadata(label = "producer", javaType = "Object")
    public static final String THINKING = "CamelLlmChatThinking";

    /** In: overrides the option verbosity for this call. A text such as low, medium or high. */
    @Metadata(label = "producer", javaType = "String")
    public static final String VERBOSITY = "CamelLlmChatVerbosity";

    /**
     * In: overrides the option responseFormat for this call. The text text or json_object, a Map, or a JSON object as
     * text.
     */
    @Metadata(label = "producer", javaType = "Object")
    public static final String RESPONSE_FORMAT = "CamelLlmChatResponseFormat";

    /** In: overrides the option jsonSchema for this call. A Map, or a JSON object as text; never a resource. */
    @Metadata(label = "producer", javaType = "Object")
    public static final String JSON_SCHEMA = "CamelLlmChatJsonSchema";

    /** In: overrides the option outputClass for this call. A Class, or its name. */
    @Metadata(label = "producer", javaType = "Object")
    public static final String OUTPUT_CLASS = "CamelLlmChatOutputClass";

    /** In: overrides the option modalities for this call. A list, a JSON array, or a text with commas. */
    @Metadata(label = "producer", javaType = "Object")
    public static final String MODALITIES = "CamelLlmChatModalities";

    /**
     * In: overrides the option audioVoice for this call. The name of a voice, or a Map or JSON object that names one.
     */
    @Metadata(label = "producer", javaType = "Object")
    public static final String AUDIO_VOICE = "CamelLlmChatAudioVoice";

    /** In: overrides the option audioFormat for this call. A text such as wav, mp3 or pcm16. */
    @Metadata(label = "producer", javaType = "String")
    public static final String AUDIO_FORMAT = "CamelLlmChatAudioFormat";

    /** In: overrides the option tools for this call. A list of Maps, or a JSON array as text; never a resource. */
    @Metadata(label = "producer", javaType = "Object")
    public static final String TOOLS = "CamelLlmChatTools";

    /** In: overrides the option toolChoice for this call. auto, none, required, or a Map or JSON object. */
    @Metadata(label = "producer", javaType = "Object")
    public static final String TOOL_CHOICE = "CamelLlmChatToolChoice";

    /** In: overrides the option parallelToolCalls for this call. Whether several calls may come at once. */
    @Metadata(label = "producer", javaType = "Boolean")
    public static final String PARALLEL_TOOL_CALLS = "CamelLlmChatParallelToolCalls";

    /** In: overrides the option serviceTier for this call. A text such as auto, default, flex or priority. */
    @Metadata(label = "producer", javaType = "String")
    public static final String SERVICE_TIER = "CamelLlmChatServiceTier";

    /** In: overrides the option store for this call. Whether the provider stores the answer. */
    @Metadata(label = "producer", javaType = "Boolean")
    public static final String STORE = "CamelLlmChatStore";

    /** In: overrides the option metadata for this call. A Map, or a JSON object as text. */
    @Metadata(label = "producer", javaType = "Object")
    public static final String METADATA = "CamelLlmChatMetadata";

    /** In: overrides the option includeUsage for this call. Whether a streamed call asks for the token usage. */
    @Metadata(label = "producer", javaType = "Boolean")
    public static final String INCLUDE_USAGE = "CamelLlmChatIncludeUsage";

    /**
     * In: further top-level fields of the request body, a Map or a JSON object as text. Added to the options
     * additionalBody and additionalBodyProperty; overrides them where a name is in both.
     */
    @Metadata(label = "producer", javaType = "Object")
    public static final String ADDITIONAL_BODY = "CamelLlmChatAdditionalBody";

    /**
     * In: further HTTP headers, a Map or a JSON object as text. Added to the options additionalHeaders and
     * additionalHeader; overrides them where a name is in both.
     */
    @Metadata(label = "producer", javaType = "Object")
    public static final String ADDITIONAL_HEADERS = "CamelLlmChatAdditionalHeaders";

    /** In: overrides the option vendor for this call. The value of the HTTP header vendor. */
    @Metadata(label = "producer", javaType = "String")
    public static final String VENDOR = "CamelLlmChatVendor";

    /** In: overrides the option streaming for this call. Whether the answer is streamed on the wire. */
    @Metadata(label = "producer", javaType = "Boolean")
    public static final String STREAMING = "CamelLlmChatStreaming";

    /** In: overrides the option output for this call. What the body is after the call, as enum constant or its name. */
    @Metadata(label = "producer", javaType = "io.github.llmchat.LlmChatOutput")
    public static final String OUTPUT = "CamelLlmChatOutput";

    /**
     * In: overrides the option cacheMode for this call. How the completionCache is used: use, refresh or bypass, as
     * enum constant or its name.
     */
    @Metadata(label = "producer", javaType = "io.github.llmchat.LlmChatCacheMode")
    public static final String CACHE_MODE = "CamelLlmChatCacheMode";

    /** In: overrides the option cacheNamespace for this call. Whose entries of the completionCache are used. */
    @Metadata(label = "producer", javaType = "String")
    public static final String CACHE_NAMESPACE = "CamelLlmChatCacheNamespace";

    /**
     * Out: whether the answer, with all that was asked for it (tools, repairs), came from the completionCache, so that
     * nothing was paid; set if the endpoint has one. The headers with token counts then say what it took at first.
     */
    @Metadata(label = "producer", javaType = "Boolean")
    public static final String CACHE_HIT = "CamelLlmChatCacheHit";

    /** Out: the identifier of the answer. */
    @Metadata(label = "producer", javaType = "String")
    public static final String RESPONSE_ID = "CamelLlmChatResponseId";

    /** Out: the model that answered; it may differ from the one asked for. */
    @Metadata(label = "producer", javaType = "String")
    public static final String RESPONSE_MODEL = "CamelLlmChatResponseModel";

    /** Out: why the model stopped: stop, length, tool_calls, content_filter, or whatever else the gateway says. */
    @Metadata(label = "producer", javaType = "String")
    public static final String FINISH_REASON = "CamelLlmChatFinishReason";

    /** Out: the tokens of the request. */
    @Metadata(label = "producer", javaType = "Long")
    public static final String PROMPT_TOKENS = "CamelLlmChatPromptTokens";

    /** Out: the tokens of the answer. */
    @Metadata(label = "producer", javaType = "Long")
    public static final String COMPLETION_TOKENS = "CamelLlmChatCompletionTokens";

    /** Out: the tokens of request and answer. */
    @Metadata(label = "producer", javaType = "Long")
    public static final String TOTAL_TOKENS = "CamelLlmChatTotalTokens";

    /** Out: the tokens of the request that came from the cache of the provider. */
    @Metadata(label = "producer", javaType = "Long")
    public static final String CACHED_TOKENS = "CamelLlmChatCachedTokens";

    /** Out: the tokens of the answer that went into reasoning. */
    @Metadata(label = "producer", javaType = "Long")
    public static final String REASONING_TOKENS = "CamelLlmChatReasoningTokens";

    /** Out: the reasoning of the model, where the gateway gives it. */
    @Metadata(label = "producer", javaType = "String")
    public static final String REASONING_CONTENT = "CamelLlmChatReasoningContent";

    /** Out: why the model refused to answer, where it did. */
    @Metadata(label = "producer", javaType = "String")
    public static final String REFUSAL = "CamelLlmChatRefusal";

    /** Out: how often the model was asked again until its answer matched its schema; set with a schema only. */
    @Metadata(label = "producer", javaType = "Long")
    public static final String REPAIRS = "CamelLlmChatRepairs";

    /** Out: how often tools were run for this answer; set if the model was offered tools. */
    @Metadata(label = "producer", javaType = "Long")
    public static final String TOOL_ITERATIONS = "CamelLlmChatToolIterations";

    /** Out: the fingerprint of the configuration that the model ran on. */
    @Metadata(label = "producer", javaType = "String")
    public static final String SYSTEM_FINGERPRINT = "CamelLlmChatSystemFingerprint";

    /**
     * Out: the identifier of the call at the gateway: HTTP header x-request-id, else x-oneapi-request-id, else cf-ray.
     */
    @Metadata(label = "producer", javaType = "String")
    public static final String REQUEST_ID = "CamelLlmChatRequestId";

    /** Out: the HTTP status of the answer. */
    @Metadata(label = "producer", javaType = "Long")
    public static final String HTTP_STATUS = "CamelLlmChatHttpStatus";

    /** Out: how many requests the rate limit still allows, where the gateway says so. */
    @Metadata(label = "producer", javaType = "Long")
    public static final String RATE_LIMIT_REMAINING_REQUESTS = "CamelLlmChatRateLimitRemainingRequests";

    /** Out: how many tokens the rate limit still allows, where the gateway says so. */
    @Metadata(label = "producer", javaType = "Long")
    public static final String RATE_LIMIT_REMAINING_TOKENS = "CamelLlmChatRateLimitRemainingTokens";

    /** Out: the milliseconds until the rate limit is reset, where the gateway says so. */
    @Metadata(label = "producer", javaType = "Long")
    public static final String RATE_LIMIT_RESET_MILLIS = "CamelLlmChatRateLimitResetMillis";

    /** Out, on chunk exchanges: the identifier of the stream, the same on all its chunks. */
    @Metadata(label = "producer", javaType = "String")
    public static final String STREAM_ID = "CamelLlmChatStreamId";

    /** Out, on chunk exchanges: the position of the chunk in its stream, from 0. */
    @Metadata(label = "producer", javaType = "Long")
    public static final String CHUNK_INDEX = "CamelLlmChatChunkIndex";

    /** Out, on chunk exchanges: true on the closing chunk only. */
    @Metadata(label = "producer", javaType = "Boolean")
    public static final String CHUNK_LAST = "CamelLlmChatChunkLast";

    /** Out, on chunk exchanges: which of the answers (option n) the chunk belongs to, from 0. */
    @Metadata(label = "producer", javaType = "Long")
    public static final String CHOICE_INDEX = "CamelLlmChatChoiceIndex";

    /** In, set by {@code from("llmchat:…")}: the model that the client asked for. */
    @Metadata(label = "consumer", javaType = "String")
    public static final String REQUESTED_MODEL = "CamelLlmChatRequestedModel";

    /**
     * In, set by {@code from("llmchat:…")}: the name that goes with the key of the client, where the option apiKeys is
     * set.
     */
    @Metadata(label = "consumer", javaType = "String")
    public static final String CLIENT = "CamelLlmChatClient";

    /** Exchange property, out: the whole answer, a {@code ChatCompletion}; set with {@code storeFullResponse=true}. */
    public static final String RESPONSE = "CamelLlmChatResponse";
    /**
     * Exchange property, out and in: a {@code List<ChatMessage>}, the conversation up to the model's wish for tools
     * that were not run; {@code operation=toolResults} goes on from there.
     */
    public static final String CONVERSATION = "CamelLlmChatConversation";
    /** Exchange property, out: the kind of failure, with the name that Camel's own AI components use. */
    public static final String ERROR_CATEGORY = "CamelAiErrorCategory";
    /** Exchange property, out: the milliseconds after which a failed call may be repeated, a {@code Long}. */
    public static final String RETRY_AFTER_MILLIS = "CamelAiRetryAfterMillis";

    private LlmChatConstants() {
    }
}

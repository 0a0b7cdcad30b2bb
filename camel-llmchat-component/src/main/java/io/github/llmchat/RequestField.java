package io.github.llmchat;

import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.camel.Message;
import org.apache.camel.util.StringHelper;

import static io.github.llmchat.JsonType.BOOLEAN;
import static io.github.llmchat.JsonType.JSON_OBJECT;
import static io.github.llmchat.JsonType.JSON_OBJECTS;
import static io.github.llmchat.JsonType.ONLY_TRUE;
import static io.github.llmchat.JsonType.TEXT;
import static io.github.llmchat.JsonType.TEXTS;
import static io.github.llmchat.JsonType.TEXT_OR_ARRAY;
import static io.github.llmchat.JsonType.TEXT_OR_OBJECT;
import static io.github.llmchat.NumberRange.integer;
import static io.github.llmchat.NumberRange.number;

/**
 * The fields of a request that have an option and a header: the one table of their names, values and ranges. Model,
 * messages and additional fields follow rules of their own and are not here.
 */
enum RequestField {

    TEMPERATURE("temperature", LlmChatConstants.TEMPERATURE, number(0, 2), LlmChatRequestConfiguration::getTemperature),
    TOP_P("top_p", LlmChatConstants.TOP_P, number(0, 1), LlmChatRequestConfiguration::getTopP),
    N("n", LlmChatConstants.N, integer(1, null), LlmChatRequestConfiguration::getN),
    STOP("stop", LlmChatConstants.STOP, TEXT_OR_ARRAY, LlmChatRequestConfiguration::getStop),
    MAX_TOKENS("max_tokens", LlmChatConstants.MAX_TOKENS, integer(1, null), LlmChatRequestConfiguration::getMaxTokens),
    MAX_COMPLETION_TOKENS("max_completion_tokens", LlmChatConstants.MAX_COMPLETION_TOKENS, integer(1, null),
                          LlmChatRequestConfiguration::getMaxCompletionTokens),
    PRESENCE_PENALTY("presence_penalty", LlmChatConstants.PRESENCE_PENALTY, number(-2, 2),
                     LlmChatRequestConfiguration::getPresencePenalty),
    FREQUENCY_PENALTY("frequency_penalty", LlmChatConstants.FREQUENCY_PENALTY, number(-2, 2),
                      LlmChatRequestConfiguration::getFrequencyPenalty),
    LOGIT_BIAS("logit_bias", LlmChatConstants.LOGIT_BIAS, JSON_OBJECT, LlmChatRequestConfiguration::getLogitBias),
    LOGPROBS("logprobs", LlmChatConstants.LOGPROBS, BOOLEAN, LlmChatRequestConfiguration::getLogprobs),
    TOP_LOGPROBS("top_logprobs", LlmChatConstants.TOP_LOGPROBS, integer(0, 20),
                 LlmChatRequestConfiguration::getTopLogprobs),
    SEED("seed", LlmChatConstants.SEED, integer(null, null), LlmChatRequestConfiguration::getSeed),
    USER("user", LlmChatConstants.USER, TEXT, LlmChatRequestConfiguration::getUser),
    REASONING_EFFORT("reasoning_effort", LlmChatConstants.REASONING_EFFORT, TEXT,
                     LlmChatRequestConfiguration::getReasoningEffort),
    ENABLE_THINKING("enable_thinking", LlmChatConstants.ENABLE_THINKING, BOOLEAN,
                    LlmChatRequestConfiguration::getEnableThinking),
    LLMGW_THINKING("llmgw_thinking", LlmChatConstants.LLMGW_THINKING, BOOLEAN,
                   LlmChatRequestConfiguration::getLlmgwThinking),
    THINKING("thinking", LlmChatConstants.THINKING, JSON_OBJECT, LlmChatRequestConfiguration::getThinking),
    VERBOSITY("verbosity", LlmChatConstants.VERBOSITY, TEXT, LlmChatRequestConfiguration::getVerbosity),
    RESPONSE_FORMAT("response_format", LlmChatConstants.RESPONSE_FORMAT, JsonType.RESPONSE_FORMAT,
                    LlmChatRequestConfiguration::getResponseFormat),
    MODALITIES("modalities", LlmChatConstants.MODALITIES, TEXTS, LlmChatRequestConfiguration::getModalities),
    AUDIO_VOICE("audio.voice", LlmChatConstants.AUDIO_VOICE, TEXT_OR_OBJECT, LlmChatRequestConfiguration::getAudioVoice),
    AUDIO_FORMAT("audio.format", LlmChatConstants.AUDIO_FORMAT, TEXT, LlmChatRequestConfiguration::getAudioFormat),
    TOOLS("tools", LlmChatConstants.TOOLS, JSON_OBJECTS, LlmChatRequestConfiguration::getTools),
    TOOL_CHOICE("tool_choice", LlmChatConstants.TOOL_CHOICE, TEXT_OR_OBJECT, LlmChatRequestConfiguration::getToolChoice),
    PARALLEL_TOOL_CALLS("parallel_tool_calls", LlmChatConstants.PARALLEL_TOOL_CALLS, BOOLEAN,
                        LlmChatRequestConfiguration::getParallelToolCalls),
    SERVICE_TIER("service_tier", LlmChatConstants.SERVICE_TIER, TEXT, LlmChatRequestConfiguration::getServiceTier),
    STORE("store", LlmChatConstants.STORE, BOOLEAN, LlmChatRequestConfiguration::getStore),
    METADATA("metadata", LlmChatConstants.METADATA, JSON_OBJECT, LlmChatRequestConfiguration::getMetadata),
    /** For streams only: gateways refuse {@code stream_options} in a request that is not streamed. */
    INCLUDE_USAGE("stream_options.include_usage", LlmChatConstants.INCLUDE_USAGE, ONLY_TRUE,
                  LlmChatRequestConfiguration::isIncludeUsage);

    private static final String HEADER_PREFIX = "CamelLlmChat";
    private static final int LONGEST_SHOWN_VALUE = 100;

    private final String wireName;
    /** The object that the field is in; null for the request itself. */
    private final String parent;
    private final String name;
    private final String headerName;
    private final String optionName;
    private final ValueType type;
    private final Function<LlmChatRequestConfiguration, Object> option;

    RequestField(String wireName, String headerName, ValueType type, Function<LlmChatRequestConfiguration, Object> option) {
        this.wireName = wireName;
        this.parent = StringHelper.before(wireName, ".");
        this.name = StringHelper.after(wireName, ".", wireName);
        this.headerName = headerName;
        this.optionName = Character.toLowerCase(headerName.charAt(HEADER_PREFIX.length()))
                          + headerName.substring(HEADER_PREFIX.length() + 1);
        this.type = type;
        this.option = option;
    }

    /** The name in the request's JSON; that of a field in an object has a dot. */
    String wireName() {
        return wireName;
    }

    /** The header that overrides the option for one message. */
    String headerName() {
        return headerName;
    }

    /** The endpoint option. */
    String optionName() {
        return optionName;
    }

    /**
     * Puts the field's value into a request, or takes the field out if there is none.
     *
     * @param  message                  the message whose header counts, or null if it has none of the call's headers
     * @throws IllegalArgumentException if the header's or option's value is not allowed
     */
    void applyTo(ObjectNode request, Message message, LlmChatRequestConfiguration configuration) {
        if (parent == null) {
            set(request, name, valueFrom(message, configuration, request.get(name)));
            return;
        }
        JsonNode own = request.path(parent).get(name);
        JsonNode value = valueFrom(message, configuration, own);
        if (value != null) {
            ObjectNode object = request.get(parent) instanceof ObjectNode there ? there : request.putObject(parent);
            object.set(name, value);
        } else if (own != null) {
            ObjectNode rest = (ObjectNode) request.get(parent);
            rest.remove(name);
            set(request, parent, rest.isEmpty() ? null : rest);
        }
    }

    private static void set(ObjectNode object, String name, JsonNode value) {
        if (value == null) {
            object.remove(name);
        } else {
            object.set(name, value);
        }
    }

    /**
     * Finds the field's value: the header's, else the body's own, else the option's. An empty text in a header or
     * option counts as not set, because an expression or placeholder without a value leaves one. So does null in the
     * body, if there is an option to take its place.
     *
     * @param  message                  the message whose header counts, or null if it has none of the call's headers
     * @param  configuration            the endpoint's options
     * @param  own                      the field in the body, if the body is a whole request, else null; passed on as
     *                                  it is, for it is the wire's form already
     * @return                          the JSON to send, or null if the field is not to be in the request
     * @throws IllegalArgumentException if the header's or option's value is not allowed
     */
    JsonNode valueFrom(Message message, LlmChatRequestConfiguration configuration, JsonNode own) {
        Object header = message == null ? null : plainOrNull(message.getHeader(headerName));
        if (header != null) {
            return converted(header, "header " + headerName, configuration.isLenient());
        } else if (own != null && !own.isNull()) {
            return own;
        }
        JsonNode value = optionFrom(configuration);
        return value == null ? own : value;
    }

    /**
     * Checks the option, so that an endpoint with a wrong one does not start.
     *
     * @throws IllegalArgumentException if the option's value is not allowed
     */
    void check(LlmChatRequestConfiguration configuration) {
        optionFrom(configuration);
    }

    private JsonNode optionFrom(LlmChatRequestConfiguration configuration) {
        Object value = plainOrNull(option.apply(configuration));
        return value == null ? null : converted(value, "endpoint option", configuration.isLenient());
    }

    private static Object plainOrNull(Object value) {
        Object plain = ValueType.plain(value);
        return "".equals(plain) ? null : plain;
    }

    private JsonNode converted(Object value, String origin, boolean lenient) {
        JsonNode json = type.convert(value, lenient);
        if (json == null) {
            throw new IllegalArgumentException(refusal(value, origin));
        }
        return json.isMissingNode() ? null : json;
    }

    private String refusal(Object value, String origin) {
        String hint = type.convert(value, true) == null ? "" : " (lenient=true sends it nevertheless)";
        return optionName + " (" + origin + ") is '" + shown(value) + "', allowed is " + type.allowed() + hint;
    }

    /** A refused value as it may stand in a message. */
    static String shown(Object value) {
        // a line break would let a value from outside write log lines of its own
        String text = value.toString().replaceAll("\\p{Cntrl}", " ");
        return text.length() <= LONGEST_SHOWN_VALUE ? text : text.substring(0, LONGEST_SHOWN_VALUE) + "...";
    }
}

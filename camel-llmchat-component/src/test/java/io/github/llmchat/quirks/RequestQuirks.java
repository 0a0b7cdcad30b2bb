package io.github.llmchat.quirks;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.llmchat.error.BadRequestException;
import io.github.llmchat.error.ChatException;
import io.github.llmchat.model.ChatMessage;
import io.github.llmchat.model.Json;
import io.github.llmchat.testing.Script;

import static io.github.llmchat.quirks.ChunkJson.json;
import static org.assertj.core.api.Assertions.assertThat;

/** What gateways refuse in requests, and what is sent. */
final class RequestQuirks {

    private static final String QUESTION = "'messages':[{'role':'user','content':'q'}]";

    private RequestQuirks() {
    }

    static List<Quirk> all() {
        return List.of(unknownFields(), maxTokens(), developerRole(), streamOptions());
    }

    private static void assertSent(QuirkGateway gateway, Object body, Map<String, ?> headers, String request) {
        assertThat(gateway.sent(body, headers).body()).isEqualTo(json(request));
    }

    private static Quirk unknownFields() {
        return Quirk.of(102, "fields that the server does not know, or that are not set")
                .sees("422 `extra_forbidden` for `store`, `frequency_penalty: 0`, `max_completion_tokens`, `tools: []`, "
                      + "`chat_template_kwargs`")
                .handledBy("Only what was set is sent: no defaults, no nulls, no empty list of tools. The refusal is a "
                           + "`BadRequestException` with the gateway's words.")
                .source("https://github.com/mistralai/platform-docs-public/issues/7",
                        "https://github.com/Gitlawb/openclaude/issues/739",
                        "https://github.com/partITech/php-mistral/issues/76",
                        "https://github.com/OpenWhispr/openwhispr/issues/844")
                .check(gateway -> {
                    assertSent(gateway, "q", Map.of(), "{'model':'gpt-4o'," + QUESTION + "}");
                    assertSent(gateway, "q", Map.of("CamelLlmChatTools", List.of(), "CamelLlmChatTemperature", "",
                            "CamelLlmChatStore", ""), "{'model':'gpt-4o'," + QUESTION + "}");
                    assertSent(gateway.with("includeUsage=false&streaming=true"), "q", Map.of(),
                            "{'model':'gpt-4o'," + QUESTION + ",'stream':true}");
                    assertSent(gateway.with("frequencyPenalty=0&store=false"), "q", Map.of(),
                            "{'model':'gpt-4o'," + QUESTION + ",'frequency_penalty':0.0,'store':false}");
                    String detail = "{'detail':[{'type':'extra_forbidden','loc':['body','store'],"
                                    + "'msg':'Extra inputs are not permitted'}]}";
                    ChatException failure = gateway.with("store=true")
                            .wholeFails(Script.status(422).body("application/json", json(detail)));
                    assertThat(failure).isInstanceOf(BadRequestException.class)
                            .hasMessageContaining("Extra inputs are not permitted");
                    assertThat(failure.httpStatus()).isEqualTo(422);
                });
    }

    private static Quirk maxTokens() {
        return Quirk.of(103, "max_tokens or max_completion_tokens")
                .sees("the one is refused by OpenAI's reasoning models, the other by Mistral, older vLLM and Ollama")
                .handledBy("Two options, `maxTokens` and `maxCompletionTokens`, each for its own field; none is renamed.")
                .source("https://github.com/yazinsai/OpenOats/pull/319", "https://github.com/voideditor/void/issues/128",
                        "https://github.com/sigoden/aichat/issues/1146")
                .check(gateway -> {
                    assertSent(gateway.with("maxTokens=5"), "q", Map.of(),
                            "{'model':'gpt-4o'," + QUESTION + ",'max_tokens':5}");
                    assertSent(gateway.with("maxCompletionTokens=6"), "q", Map.of(),
                            "{'model':'gpt-4o'," + QUESTION + ",'max_completion_tokens':6}");
                    assertSent(gateway, "q", Map.of("CamelLlmChatMaxTokens", 5, "CamelLlmChatMaxCompletionTokens", 6),
                            "{'model':'gpt-4o'," + QUESTION + ",'max_tokens':5,'max_completion_tokens':6}");
                });
    }

    private static Quirk developerRole() {
        return Quirk.of(104, "the role developer is refused")
                .sees("400 or 422: `Input should be 'system', 'user', 'assistant', …`")
                .handledBy("Roles are sent as they were given: `systemMessage` as system, `developerMessage` as developer. The "
                           + "refusal is a `BadRequestException` with the gateway's words.")
                .source("https://github.com/can1357/oh-my-pi/issues/843", "https://github.com/earendil-works/pi/issues/6238")
                .check(gateway -> {
                    for (String role : List.of("developer", "system")) {
                        String instructed = "{'model':'gpt-4o','messages':[{'role':'" + role
                                            + "','content':'Be brief'},{'role':'user','content':'q'}]}";
                        assertSent(gateway.with(role + "Message=Be brief"), "q", Map.of(), instructed);
                        ChatMessage message = role.equals("system")
                                ? ChatMessage.system("Be brief") : ChatMessage.developer("Be brief");
                        assertSent(gateway, List.of(message, ChatMessage.user("q")), Map.of(), instructed);
                    }
                    String words = "Input should be 'system', 'user', 'assistant' or 'tool'";
                    for (int status : new int[] { 400, 422 }) {
                        assertThat(gateway.with("developerMessage=Be brief")
                                .wholeFails(Script.error(status, "invalid_request_error", null, words)))
                                .isInstanceOf(BadRequestException.class).hasMessageContaining(words);
                    }
                });
    }

    private static Quirk streamOptions() {
        return Quirk.of(105, "stream_options or stream refused")
                .sees("400 on Databricks' AI Gateway for `stream_options`; `stream` is unsupported by some models")
                .handledBy("`stream` is sent with streamed calls only, and so is `stream_options`, which `includeUsage=false` "
                           + "leaves out. The refusal is a `BadRequestException` with the gateway's words.")
                .source("https://github.com/anomalyco/opencode/issues/31156", "https://github.com/langgenius/dify/issues/8615")
                .check(gateway -> {
                    QuirkGateway streaming = gateway.with("streaming=true");
                    assertSent(streaming, "q", Map.of(),
                            "{'model':'gpt-4o'," + QUESTION + ",'stream_options':{'include_usage':true},'stream':true}");
                    assertSent(streaming.with("includeUsage=false"), "q", Map.of(),
                            "{'model':'gpt-4o'," + QUESTION + ",'stream':true}");
                    assertSent(gateway.with("includeUsage=true"), "q", Map.of("CamelLlmChatIncludeUsage", true),
                            "{'model':'gpt-4o'," + QUESTION + "}");
                    JsonNode given = Json.parse(json(
                            "{" + QUESTION + ",'stream':false,'stream_options':{'include_usage':true}}"));
                    assertSent(gateway, given, Map.of(), "{'model':'gpt-4o'," + QUESTION + "}");
                    for (String words : List.of("stream_options: Extra inputs are not permitted",
                            "Unsupported value: 'stream' does not support true with this model.")) {
                        assertThat(gateway.streamFails(Script.error(400, "invalid_request_error", null, words)))
                                .isInstanceOf(BadRequestException.class).hasMessageContaining(words);
                    }
                });
    }
}

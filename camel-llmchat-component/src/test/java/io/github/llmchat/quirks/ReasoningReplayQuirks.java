package io.github.llmchat.quirks;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.llmchat.error.BadRequestException;
import io.github.llmchat.error.ChatException;
import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.model.ChatMessage;
import io.github.llmchat.testing.Script;

import static io.github.llmchat.quirks.ChunkJson.delta;
import static io.github.llmchat.quirks.ChunkJson.finish;
import static io.github.llmchat.quirks.ChunkJson.json;
import static io.github.llmchat.quirks.ChunkJson.message;
import static io.github.llmchat.quirks.ChunkJson.text;
import static org.assertj.core.api.Assertions.assertThat;

/** Reasoning that must go back to the model, or must not, and how it is asked for. */
final class ReasoningReplayQuirks {

    private ReasoningReplayQuirks() {
    }

    static List<Quirk> all() {
        return List.of(needed(), forbidden(), signatures(), switchedOn());
    }

    /** A message of the assistant as it goes out with the next request. */
    static JsonNode sent(QuirkGateway gateway, ChatMessage message) {
        List<ChatMessage> conversation = List.of(ChatMessage.user("q"), message, ChatMessage.user("and?"));
        JsonNode messages = gateway.sent(conversation, Map.of()).json().get("messages");
        assertThat(messages).hasSize(3);
        return messages.get(1);
    }

    private static Quirk needed() {
        return Quirk.of(82, "reasoning must be sent back")
                .sees("400 unless the assistant's messages have their `reasoning_content` (DeepSeek, thinking with tools)")
                .handledBy(
                        "The message of an answer keeps its reasoning, under the name it came with, and goes back so when it "
                           + "is in the next conversation (`replayReasoning=asReceived`, the default).")
                .source("https://github.com/QuantumNous/new-api/issues/4806",
                        "https://github.com/charmbracelet/crush/issues/2754",
                        "https://github.com/langchain-ai/langchain/issues/37713")
                .check(gateway -> {
                    for (String name : List.of("reasoning_content", "reasoning")) {
                        ChatCompletion streamed = gateway.streamed(delta("{'" + name + "':'Hm'}"), text("4"), finish("stop"));
                        ChatCompletion whole = gateway.whole(message(
                                "{'role':'assistant','content':'4','" + name + "':'Hm'}"));
                        String expected = json("{'role':'assistant','content':'4','" + name + "':'Hm'}");
                        for (ChatCompletion completion : List.of(streamed, whole)) {
                            assertThat(sent(gateway, completion.message()).toString()).isEqualTo(expected);
                            assertThat(sent(gateway.with("replayReasoning=asReceived"), completion.message()).toString())
                                    .isEqualTo(expected);
                        }
                    }
                });
    }

    private static Quirk forbidden() {
        return Quirk.of(83, "reasoning must not be sent back, or under another name")
                .sees("422 `extra_forbidden` for `reasoning_content` in a message (Mistral); newer vLLM expects `reasoning`")
                .handledBy("`replayReasoning=none` leaves it out, `reasoning` and `reasoning_content` send it under that name, "
                           + "whatever it came as.")
                .source("https://github.com/charmbracelet/crush/issues/1590",
                        "https://github.com/BerriAI/litellm/issues/30835", "https://github.com/vllm-project/vllm/pull/42664")
                .check(gateway -> {
                    String bare = "{'role':'assistant','content':'4'";
                    for (String name : List.of("reasoning_content", "reasoning")) {
                        ChatMessage thought = gateway.whole(message(bare + ",'" + name + "':'Hm'}")).message();
                        assertThat(sent(gateway.with("replayReasoning=none"), thought).toString()).isEqualTo(json(bare + "}"));
                        for (String option : List.of("reasoning_content", "reasoning")) {
                            assertThat(sent(gateway.with("replayReasoning=" + option), thought).toString())
                                    .isEqualTo(json(bare + ",'" + option + "':'Hm'}"));
                        }
                    }
                    ChatMessage detailed = gateway.whole(message(bare + ",'reasoning_details':[{'data':'e'}]}")).message();
                    assertThat(sent(gateway.with("replayReasoning=none"), detailed).toString()).isEqualTo(json(bare + "}"));
                });
    }

    private static Quirk signatures() {
        return Quirk.of(84, "signatures in tool calls that must survive")
                .sees("`tool_calls[0].extra_content.google.thought_signature`; 400 if the next request has the call without it")
                .handledBy("Whatever else a tool call has is kept, streamed or not, and goes back unchanged.")
                .source("https://github.com/Gitlawb/openclaude/issues/67",
                        "https://github.com/OpenHands/software-agent-sdk/issues/1500")
                .check(gateway -> {
                    String extra = "'extra_content':{'google':{'thought_signature':'s'}}";
                    String call
                            = "{'id':'a','type':'function','function':{'name':'f','arguments':'{}','note':1}," + extra + "}";
                    String expected = json("{'role':'assistant','content':null,'tool_calls':[" + call + "]}");
                    ChatCompletion streamed = gateway.streamed(
                            delta("{'tool_calls':[{'index':0,'id':'a','function':{'name':'f','arguments':'{','note':1}}]}"),
                            delta("{'tool_calls':[{'index':0,'function':{'arguments':'}'}," + extra + "}]}"),
                            delta("{'tool_calls':[{'index':0,'function':{'note':null},'extra_content':null}]}"),
                            finish("tool_calls"));
                    ChatCompletion whole = gateway.whole(message(expected));
                    for (ChatCompletion completion : List.of(streamed, whole)) {
                        assertThat(sent(gateway, completion.message()).toString()).isEqualTo(expected);
                        assertThat(sent(gateway.with("replayReasoning=none"), completion.message()).toString())
                                .isEqualTo(expected);
                    }
                });
    }

    private static Quirk switchedOn() {
        return Quirk.of(85, "thinking must be switched off where nothing is streamed")
                .sees("400 `parameter.enable_thinking must be set to false for non-streaming calls` (DashScope, for models that "
                      + "think by default)")
                .handledBy("`enableThinking=false`, or the header `CamelLlmChatEnableThinking`, sends the field "
                           + "`enable_thinking` at the top of the request, and it is sent only then. The refusal is a "
                           + "`BadRequestException` with the gateway's words.")
                .source("https://github.com/langchain4j/langchain4j/issues/3974",
                        "https://github.com/infiniflow/ragflow/issues/8972",
                        "https://github.com/alibaba/spring-ai-alibaba/issues/867")
                .check(gateway -> {
                    assertThat(gateway.sent("q", Map.of()).json().has("enable_thinking")).isFalse();
                    assertThat(
                            gateway.with("enableThinking=false").sent("q", Map.of()).json().get("enable_thinking").toString())
                            .isEqualTo("false");
                    assertThat(gateway.with("enableThinking=false&streaming=true")
                            .sent("q", Map.of("CamelLlmChatEnableThinking", true)).json().get("enable_thinking").toString())
                            .isEqualTo("true");
                    String words = "parameter.enable_thinking must be set to false for non-streaming calls";
                    ChatException failure = gateway.wholeFails(
                            Script.error(400, "invalid_request_error", "invalid_parameter_error", words));
                    assertThat(failure).isInstanceOf(BadRequestException.class).hasMessageContaining(words);
                    assertThat(failure.code()).isEqualTo("invalid_parameter_error");
                });
    }
}

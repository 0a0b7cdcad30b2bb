package io.github.llmchat.quirks;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.model.ChatMessage;

import static io.github.llmchat.quirks.ChunkJson.assertMessage;
import static io.github.llmchat.quirks.ChunkJson.calls;
import static io.github.llmchat.quirks.ChunkJson.choice;
import static io.github.llmchat.quirks.ChunkJson.finish;
import static io.github.llmchat.quirks.ChunkJson.json;
import static io.github.llmchat.quirks.ChunkJson.message;
import static io.github.llmchat.quirks.ChunkJson.toolCalls;
import static org.assertj.core.api.Assertions.assertThat;

/** Arguments in all their forms, and deltas that bring more or less than a piece of one call. */
final class ToolCallArgumentsQuirks {

    private ToolCallArgumentsQuirks() {
    }

    static List<Quirk> all() {
        return List.of(object(), none(), allAtOnce(), emptyAtTheEnd());
    }

    private static Quirk object() {
        return Quirk.of(94, "arguments as an object")
                .sees("`\"arguments\":{\"city\":\"Paris\"}` (llama.cpp for a time, Text Generation Inference)")
                .handledBy("Written as JSON text, which is also what goes back to the model.")
                .source("https://github.com/ggml-org/llama.cpp/issues/20198",
                        "https://github.com/huggingface/text-generation-inference/issues/2136",
                        "https://github.com/sipeed/picoclaw/pull/1292")
                .check(gateway -> {
                    String call = "{'index':0,'id':'a','function':{'name':'f','arguments':{'city':'Paris','n':[1.50]}}}";
                    String list = toolCalls("{'index':0,'id':'b','function':{'name':'f','arguments':[]}}");
                    for (ChatCompletion completion : List.of(
                            gateway.streamed(toolCalls(call), finish("tool_calls")),
                            gateway.whole(message("{'content':null,'tool_calls':[" + call + "]}")))) {
                        assertThat(calls(completion)).isEqualTo("a f {\"city\":\"Paris\",\"n\":[1.50]}");
                        JsonNode sent = gateway.sent(List.of(ChatMessage.user("q"), completion.message()), Map.of()).json();
                        assertThat(sent.at("/messages/1/tool_calls/0/function/arguments").textValue())
                                .isEqualTo("{\"city\":\"Paris\",\"n\":[1.50]}");
                    }
                    assertThat(gateway.chunks(toolCalls(call)).get(0).toolCallDeltas().get(0).arguments())
                            .isEqualTo("{\"city\":\"Paris\",\"n\":[1.50]}");
                    assertThat(calls(gateway.streamed(list))).isEqualTo("b f []");
                });
    }

    private static Quirk none() {
        return Quirk.of(95, "arguments null, missing, empty or blank")
                .sees("`\"arguments\":null`, no such key, `\"\"`, for a tool without parameters")
                .handledBy("`{}`; never the text `null`.")
                .source("https://github.com/OpenRouterTeam/ai-sdk-provider",
                        "https://github.com/spring-projects/spring-ai/issues/5806",
                        "https://github.com/QwenLM/qwen-code/issues/6249")
                .check(gateway -> {
                    for (String arguments : List.of(",'arguments':null", "", ",'arguments':''", ",'arguments':' '")) {
                        String call = "{'id':'a','type':'function','function':{'name':'f'" + arguments + "}}";
                        String expected = "{'role':'assistant','content':null,'tool_calls':"
                                          + "[{'id':'a','type':'function','function':{'name':'f','arguments':'{}'}}]}";
                        assertMessage(gateway.streamed(toolCalls(call), finish("tool_calls")), expected);
                        assertMessage(
                                gateway.whole(message("{'role':'assistant','content':null,'tool_calls':[" + call + "]}")),
                                expected);
                    }
                });
    }

    private static Quirk allAtOnce() {
        return Quirk.of(96, "a whole call, or several, in one chunk")
                .sees("complete arguments together with the name; two calls in one delta; the finish reason in the same chunk")
                .handledBy("It does not matter into how many pieces a call is cut, or how many are in a chunk.")
                .source("https://github.com/spring-projects/spring-ai/issues/2423")
                .check(gateway -> {
                    String f = "{'index':0,'id':'a','type':'function','function':{'name':'f','arguments':'{}'}}";
                    String g = "{'index':1,'id':'b','type':'function','function':{'name':'g','arguments':'{ }'}}";
                    String all = choice("'index':0,'delta':{'role':'assistant','content':null,'tool_calls':[" + f + "," + g
                                        + "]},'finish_reason':'tool_calls'");
                    ChatCompletion completion = gateway.streamed(all);
                    assertThat(calls(completion)).isEqualTo("a f {} | b g { }");
                    assertThat(completion.finishReason()).isEqualTo("tool_calls");
                    assertThat(gateway.chunks(all).get(0).toolCallDeltas()).hasSize(2);
                    assertThat(calls(gateway.streamed(
                            toolCalls("{'index':0,'id':'a','function':{'name':'f','arguments':'{'}}",
                                    "{'index':1,'id':'b','function':{'name':'g','arguments':'{'}}"),
                            toolCalls("{'index':1,'function':{'arguments':' }'}}",
                                    "{'index':0,'function':{'arguments':'}'}}"))))
                            .isEqualTo("a f {} | b g { }");
                });
    }

    private static Quirk emptyAtTheEnd() {
        return Quirk.of(97, "an empty delta after the call")
                .sees("`{\"index\":0,\"id\":\"\",\"type\":\"function\",\"function\":{\"arguments\":null}}`, "
                      + "`{\"function\":{\"arguments\":\"\"}}`, `\"arguments\":\" \"`")
                .handledBy("It is no call of its own and changes none; calls are complete when the answer is.")
                .source("https://github.com/QuantumNous/new-api/issues/3326")
                .check(gateway -> {
                    String call = toolCalls("{'index':0,'id':'a','function':{'name':'f','arguments':'{}'}}");
                    for (String index : List.of("", "'index':0,", "'index':1,", "'index':-1,")) {
                        for (String arguments : List.of("{'arguments':null}", "{'arguments':''}", "{}", "null")) {
                            String empty = toolCalls("{" + index + "'id':'','type':'function','function':" + arguments + "}");
                            assertThat(calls(gateway.streamed(call, empty, finish("tool_calls"), empty)))
                                    .isEqualTo("a f {}");
                            assertThat(gateway.streamed(empty, finish("stop")).toolCalls()).isEmpty();
                        }
                    }
                    String blank = "'function':{'arguments':' '}}";
                    assertThat(calls(gateway.streamed(call, toolCalls("{" + blank), toolCalls("{'index':1," + blank))))
                            .isEqualTo("a f {} ");
                    assertThat(calls(gateway.streamed(call, toolCalls("null", "{}", "7")))).isEqualTo("a f {}");
                });
    }
}

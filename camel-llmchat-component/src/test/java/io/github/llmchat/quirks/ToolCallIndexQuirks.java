package io.github.llmchat.quirks;

import java.util.List;

import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.model.ToolCall;
import io.github.llmchat.model.ToolCallDelta;

import static io.github.llmchat.quirks.ChunkJson.calls;
import static io.github.llmchat.quirks.ChunkJson.finish;
import static io.github.llmchat.quirks.ChunkJson.toolCalls;
import static org.assertj.core.api.Assertions.assertThat;

/** How the pieces of a tool call are told from those of another. */
final class ToolCallIndexQuirks {

    private ToolCallIndexQuirks() {
    }

    static List<Quirk> all() {
        return List.of(noIndex(), negativeIndex(), alwaysZero(), sparse());
    }

    private static Quirk noIndex() {
        return Quirk.of(86, "tool calls without index, or with null")
                .sees("`\"tool_calls\":[{\"id\":\"a\",\"function\":{…}}]` (Gemini, Mistral, mistral.rs, grok2api)")
                .handledBy("The same id is the same call; another id, or a name, begins a new call; a piece with neither "
                           + "belongs to the last call.")
                .source("https://github.com/openai/openai-python/issues/2806",
                        "https://github.com/AstrBotDevs/AstrBot/pull/6692",
                        "https://github.com/EricLBuehler/mistral.rs/pull/1507")
                .check(gateway -> {
                    assertToldApartWithoutIndex(gateway, "");
                    assertToldApartWithoutIndex(gateway, "'index':null,");
                });
    }

    private static Quirk negativeIndex() {
        return Quirk.of(87, "a negative index")
                .sees("`\"index\":-1` (Claude on Bedrock behind a proxy)")
                .handledBy("Treated like a missing one.")
                .source("https://github.com/langchain4j/langchain4j/issues/6253")
                .check(gateway -> assertToldApartWithoutIndex(gateway, "'index':-1,"));
    }

    private static void assertToldApartWithoutIndex(QuirkGateway gateway, String index) {
        String a = toolCalls("{" + index + "'id':'a','function':{'name':'f','arguments':'{'}}");
        String b = toolCalls("{" + index + "'id':'b','function':{'name':'f','arguments':'{'}}");
        String moreOfA = toolCalls("{" + index + "'id':'a','function':{'arguments':'}'}}");
        String moreOfTheLast = toolCalls("{" + index + "'function':{'arguments':' }'}}");
        assertThat(calls(gateway.streamed(a, b, moreOfA, moreOfTheLast, finish("tool_calls"))))
                .isEqualTo("a f {} | b f { }");
        assertThat(gateway.chunks(a).get(0).toolCallDeltas()).extracting(ToolCallDelta::index).containsOnlyNulls();
        String named = "{" + index + "'function':{'name':'f','arguments':'{}'}}";
        ChatCompletion byName = gateway.streamed(toolCalls(named, named), toolCalls(named), finish("tool_calls"));
        assertThat(byName.toolCalls()).extracting(ToolCall::name).containsExactly("f", "f", "f");
        assertThat(byName.toolCalls()).extracting(ToolCall::arguments).containsExactly("{}", "{}", "{}");
        assertThat(calls(gateway.streamed(moreOfA, finish("stop")))).isEqualTo("a null }");
    }

    private static Quirk alwaysZero() {
        return Quirk.of(88, "index 0 for each of several calls")
                .sees("three deltas with index 0 and the ids a, b and c (Ollama, adapters of Gemini, Grok through OCI)")
                .handledBy("Another id together with a name begins a new call; so does another name, and so do, without any "
                           + "ids, arguments that begin after complete ones. Later pieces go to the call whose id they have, "
                           + "else to the last.")
                .source("https://github.com/vercel/ai/pull/14277", "https://github.com/huggingface/smolagents/pull/1958",
                        "https://github.com/su-kaka/gcli2api/pull/406", "https://github.com/oracle/langchain-oracle/pull/108")
                .check(gateway -> {
                    assertThat(calls(gateway.streamed(
                            toolCalls("{'index':0,'id':'a','function':{'name':'f','arguments':''}}"),
                            toolCalls("{'index':0,'function':{'arguments':'{}'}}"),
                            toolCalls("{'index':0,'id':'b','function':{'name':'f','arguments':'{'}}"),
                            toolCalls("{'index':0,'id':'c','function':{'name':'g','arguments':'{}'}}"),
                            toolCalls("{'index':0,'id':'b','function':{'arguments':'}'}}"), finish("tool_calls"))))
                            .isEqualTo("a f {} | b f {} | c g {}");
                    assertThat(calls(gateway.streamed(
                            toolCalls("{'index':0,'id':'a','function':{'name':'f','arguments':'{'}}",
                                    "{'index':0,'id':'b','function':{'name':'g','arguments':'{'}}"),
                            toolCalls("{'index':0,'id':'a','function':{'name':'f','arguments':'}'}}",
                                    "{'index':0,'id':'b','function':{'name':'g','arguments':'}'}}"),
                            finish("tool_calls"))))
                            .isEqualTo("a f {} | b g {}");
                    assertToldApartWithoutIds(gateway, "f", "g");
                    assertToldApartWithoutIds(gateway, "f", "f");
                });
    }

    private static void assertToldApartWithoutIds(QuirkGateway gateway, String first, String second) {
        List<ToolCall> calls = gateway.streamed(
                toolCalls("{'index':0,'id':'','function':{'name':'" + first + "','arguments':'{\\'x\\':'}}"),
                toolCalls("{'index':0,'id':'','function':{'name':'" + first + "','arguments':'{}}'}}"),
                toolCalls("{'index':0,'id':'','function':{'name':'" + second + "','arguments':' {\\'x\\':2}'}}"),
                finish("tool_calls")).toolCalls();
        assertThat(calls).extracting(ToolCall::name).containsExactly(first, second);
        assertThat(calls).extracting(ToolCall::arguments).containsExactly("{\"x\":{}}", " {\"x\":2}");
    }

    private static Quirk sparse() {
        return Quirk.of(89, "indexes that begin at 1, have gaps, or are huge")
                .sees("`\"index\":1` first, because text was 0; `\"index\":99` in an empty last delta; 9223372036854775807")
                .handledBy("An index is a name, not a position. Calls stand in the order of their first pieces.")
                .source("https://github.com/openai/openai-go", "https://github.com/pipecat-ai/pipecat/issues/4987")
                .check(gateway -> {
                    assertThat(calls(gateway.streamed(
                            toolCalls("{'index':7,'id':'a','function':{'name':'f','arguments':'{'}}"),
                            toolCalls("{'index':1,'id':'b','function':{'name':'g','arguments':'{'}}"),
                            toolCalls("{'index':7,'function':{'arguments':'}'}}"),
                            toolCalls("{'index':1,'function':{'arguments':' }'}}"),
                            toolCalls("{'index':99,'id':'','type':'function','function':{'name':'','arguments':''}}"),
                            finish("tool_calls"))))
                            .isEqualTo("a f {} | b g { }");
                    assertThat(calls(gateway.streamed(
                            toolCalls("{'index':9223372036854775807,'id':'a','function':{'name':'f','arguments':'{'}}"),
                            toolCalls("{'index':9223372036854775807,'function':{'arguments':'}'}}"),
                            toolCalls("{'index':2147483647,'id':'b','function':{'name':'g','arguments':'{'}}"),
                            toolCalls("{'index':2147483647,'function':{'arguments':'}'}}"), finish("tool_calls"))))
                            .isEqualTo("a f {} | b g {}");
                });
    }
}

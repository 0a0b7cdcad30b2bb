package io.github.llmchat.quirks;

import java.util.List;

import io.github.llmchat.model.ChatCompletion;

import static io.github.llmchat.quirks.ChunkJson.assertMessage;
import static io.github.llmchat.quirks.ChunkJson.calls;
import static io.github.llmchat.quirks.ChunkJson.finish;
import static io.github.llmchat.quirks.ChunkJson.message;
import static io.github.llmchat.quirks.ChunkJson.toolCalls;
import static org.assertj.core.api.Assertions.assertThat;

/** Ids and names of tool calls that come empty, again, late or changed. */
final class ToolCallNameQuirks {

    private static final String WHOLE_CALL = "{'role':'assistant','content':null,'tool_calls':["
                                             + "{'id':'a','type':'function','function':{'name':'f','arguments':'{}'}}]}";

    private ToolCallNameQuirks() {
    }

    static List<Quirk> all() {
        return List.of(empty(), repeated(), changing(), late());
    }

    private static void assertTheCall(QuirkGateway gateway, String... pieces) {
        String[] stream = new String[pieces.length + 1];
        for (int i = 0; i < pieces.length; i++) {
            stream[i] = toolCalls(pieces[i]);
        }
        stream[pieces.length] = finish("tool_calls");
        assertMessage(gateway.streamed(stream), WHOLE_CALL);
    }

    private static Quirk empty() {
        return Quirk.of(90, "id, name and type empty in later deltas")
                .sees("`{\"index\":0,\"id\":\"\",\"type\":\"\",\"function\":{\"name\":\"\",\"arguments\":\"…\"}}` (Qwen on "
                      + "DashScope, many gateways), or null")
                .handledBy("Empty is the same as absent.")
                .source("https://github.com/spring-projects/spring-ai/issues/4629",
                        "https://github.com/spring-projects/spring-ai/issues/6591",
                        "https://github.com/anomalyco/opencode/pull/40969")
                .check(gateway -> {
                    for (String none : List.of("''", "null")) {
                        assertTheCall(gateway,
                                "{'index':0,'id':'a','type':'function','function':{'name':'f','arguments':''}}",
                                "{'index':0,'id':" + none + ",'type':" + none + ",'function':{'name':" + none
                                                                                                                 + ",'arguments':'{'}}",
                                "{'index':0,'id':" + none + ",'type':" + none + ",'function':{'arguments':'}'}}");
                        assertTheCall(gateway,
                                "{'index':0,'id':" + none + ",'type':" + none + ",'function':{'name':" + none
                                               + ",'arguments':'{'}}",
                                "{'index':0,'id':'a','type':'function','function':{'name':'f','arguments':'}'}}");
                    }
                    ChatCompletion other = gateway.streamed(
                            toolCalls("{'index':0,'id':'a','type':'custom','function':{'name':'f'}}"),
                            toolCalls("{'index':0,'id':'','type':'','function':{'arguments':'{}'}}"));
                    assertThat(other.toolCalls().get(0).type()).isEqualTo("custom");
                    ChatCompletion whole = gateway.whole(message("{'content':null,'tool_calls':[{'id':'a','type':'',"
                                                                 + "'function':{'name':'f','arguments':'{}'}}]}"));
                    assertThat(whole.toolCalls().get(0).type()).isEqualTo("function");
                });
    }

    private static Quirk repeated() {
        return Quirk.of(91, "id, type and name repeated in every delta")
                .sees("the name again with each piece of the arguments (GLM on Fireworks, Kimi on Novita)")
                .handledBy("Set once, never put together.")
                .source("https://github.com/SillyTavern/SillyTavern/pull/5948",
                        "https://github.com/NousResearch/hermes-agent/pull/3468")
                .check(gateway -> {
                    assertTheCall(gateway, "{'index':0,'id':'a','type':'function','function':{'name':'f','arguments':''}}",
                            "{'index':0,'id':'a','type':'function','function':{'name':'f','arguments':'{'}}",
                            "{'index':0,'id':'a','type':'function','function':{'name':'f','arguments':'}'}}");
                    assertTheCall(gateway, "{'id':'a','type':'function','function':{'name':'f','arguments':'{'}}",
                            "{'id':'a','type':'function','function':{'name':'f','arguments':'}'}}");
                    assertTheCall(gateway, "{'index':0,'id':'a','function':{'name':'f','arguments':'{'}}",
                            "{'index':0,'function':{'name':'f','arguments':'}'}}");
                });
    }

    private static Quirk changing() {
        return Quirk.of(92, "another id in later deltas of one call")
                .sees("the first delta has id A and the name, the others have id B, no name and the same index (Poolside)")
                .handledBy("Without a name it is the same call; the first id stays.")
                .source("https://github.com/poolsideai/pool/issues/9")
                .check(gateway -> assertTheCall(gateway, "{'index':0,'id':'a','function':{'name':'f','arguments':''}}",
                        "{'index':0,'id':'z','function':{'arguments':'{'}}",
                        "{'index':0,'id':'y','function':{'arguments':'}'}}"));
    }

    private static Quirk late() {
        return Quirk.of(93, "the name comes late, or is overwritten by nothing")
                .sees("id and `\"arguments\":\"\"` first, the name in the next delta; later `\"name\":\"\"`")
                .handledBy("The first name that is not empty counts, whenever it comes. A call that never gets one is handed "
                           + "over with the name null.")
                .source("https://github.com/AI-Shell-Team/aish/pull/200")
                .check(gateway -> {
                    assertTheCall(gateway, "{'index':0,'id':'a','function':{'arguments':''}}",
                            "{'index':0,'function':{'name':'f','arguments':'{'}}",
                            "{'index':0,'function':{'name':'','arguments':'}'}}",
                            "{'index':0,'function':{'name':null,'arguments':''}}");
                    assertTheCall(gateway, "{'index':0,'function':{'name':'f','arguments':'{'}}",
                            "{'index':0,'id':'a','function':{'arguments':'}'}}");
                    assertTheCall(gateway, "{'id':'a','function':{'arguments':'{'}}",
                            "{'id':'a','function':{'name':'f','arguments':'}'}}");
                    assertThat(calls(gateway.streamed(toolCalls("{'index':0,'id':'a','function':{'arguments':'{}'}}"))))
                            .isEqualTo("a null {}");
                    assertThat(calls(gateway.whole(message("{'tool_calls':[{'id':'a','function':{'name':''}}]}"))))
                            .isEqualTo("a null {}");
                });
    }
}

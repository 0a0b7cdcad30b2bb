package io.github.llmchat.quirks;

import java.util.List;

import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.model.ChatCompletion;

import static io.github.llmchat.quirks.ChunkJson.assertMessage;
import static io.github.llmchat.quirks.ChunkJson.delta;
import static io.github.llmchat.quirks.ChunkJson.finish;
import static io.github.llmchat.quirks.ChunkJson.json;
import static io.github.llmchat.quirks.ChunkJson.message;
import static io.github.llmchat.quirks.ChunkJson.text;
import static org.assertj.core.api.Assertions.assertThat;

/** What is around the text: roles, choices, ids. */
final class ChunkEnvelopeQuirks {

    private ChunkEnvelopeQuirks() {
    }

    static List<Quirk> all() {
        return List.of(
                roles(), contentThatIsNone(), emptyChoices(), noChoices(), noDelta(), emptyIds(), created());
    }

    private static Quirk roles() {
        return Quirk.of(50, "role in every chunk, empty, null or never")
                .sees("`\"role\":\"assistant\"` in each delta (Z.ai, OpenRouter, Together), `\"role\":\"\"` (xAI), "
                      + "`\"role\":null` (SGLang), or no role at all")
                .handledBy("The first role that is not empty counts, `assistant` if there is none. However often it comes, "
                           + "it is one message.")
                .source("https://github.com/sgl-project/sglang/issues/3912",
                        "https://github.com/vercel/ai/tree/main/packages/azure/src/__fixtures__")
                .check(gateway -> {
                    for (String role : List.of("'role':'assistant',", "'role':'',", "'role':null,", "")) {
                        String[] stream = {
                                delta("{" + role + "'content':'a'}"), delta("{" + role + "'content':'b'}"), finish("stop") };
                        assertMessage(gateway.streamed(stream), "{'role':'assistant','content':'ab'}");
                        assertThat(gateway.whole(message("{" + role + "'content':'ab'}")).message().role())
                                .isEqualTo("assistant");
                    }
                    ChatCompletion late = gateway.streamed(
                            delta("{'role':'','content':'a'}"), delta("{'role':'model','content':'b'}"),
                            delta("{'role':'assistant','refusal':null}"), finish("stop"));
                    assertMessage(late, "{'role':'model','content':'ab'}");
                });
    }

    private static Quirk contentThatIsNone() {
        return Quirk.of(51, "content null, empty or absent")
                .sees("`{\"content\":null,\"reasoning_content\":\"H\"}`, `{\"role\":\"assistant\"}`, `{\"content\":\"\"}`")
                .handledBy("All three are no text: the chunk's text is empty, and nothing is added to the answer's.")
                .source("https://github.com/quarkiverse/quarkus-langchain4j/pull/2553")
                .check(gateway -> {
                    String[] stream = {
                            delta("{'role':'assistant'}"), delta("{'content':null,'reasoning_content':'H'}"),
                            delta("{'content':''}"), text("a"), delta("{'content':null}"), text("b"), finish("stop") };
                    assertMessage(gateway.streamed(stream),
                            "{'role':'assistant','content':'ab','reasoning_content':'H'}");
                    assertThat(gateway.chunks(stream)).extracting(ChatChunk::content)
                            .containsExactly("", "", "", "a", "", "b", "", "");
                    for (String none : List.of("'content':null", "'content':''", "'refusal':null")) {
                        assertThat(gateway.whole(message("{'role':'assistant'," + none + "}")).text()).isEmpty();
                    }
                });
    }

    private static Quirk emptyChoices() {
        return Quirk.of(52, "choices is an empty array")
                .sees("the first chunk of Azure, `{\"choices\":[],\"id\":\"\",\"prompt_filter_results\":[…]}`; chunks with "
                      + "usage or moderation; `{\"choices\":[],\"cost\":\"0\"}`")
                .handledBy("Such a chunk has no text. Its own fields are kept, in the chunk and in the whole answer. A whole "
                           + "answer without choices has an empty text.")
                .source("https://github.com/AbanteAI/archive-old-cli-mentat/issues/429",
                        "https://github.com/simonw/llm/issues/294", "https://github.com/anomalyco/opencode/issues/42918")
                .check(gateway -> {
                    String[] stream = {
                            json("{'choices':[],'created':0,'id':'','model':'','object':'',"
                                 + "'prompt_filter_results':[{'prompt_index':0}]}"),
                            text("a"), json("{'choices':[],'moderation':{'flagged':false}}"), finish("stop"),
                            json("{'choices':[],'cost':'0'}") };
                    ChatCompletion completion = gateway.streamed(stream);
                    assertMessage(completion, "{'role':'assistant','content':'a'}");
                    assertThat(completion.finishReason()).isEqualTo("stop");
                    assertThat(completion.get("prompt_filter_results").toString()).isEqualTo(json("[{'prompt_index':0}]"));
                    assertThat(completion.get("moderation").toString()).isEqualTo(json("{'flagged':false}"));
                    assertThat(completion.get("cost").asText()).isEqualTo("0");
                    assertThat(gateway.chunks(stream)).extracting(ChatChunk::content)
                            .containsExactly("", "a", "", "", "", "");
                    assertThat(gateway.whole(json("{'id':'1','choices':[]}")).text()).isEmpty();
                });
    }

    private static Quirk noChoices() {
        return Quirk.of(53, "choices missing or null")
                .sees("a chunk with nothing but usage: `{\"usage\":{…}}`, `{\"choices\":null,\"usage\":{…}}`")
                .handledBy("In a stream the same as an empty array. A whole answer must have choices, even if none: without "
                           + "them it is a `ServerException`.")
                .source("https://github.com/ROCm/ATOM/pull/1711")
                .check(gateway -> {
                    for (String choices : List.of("", "'choices':null,")) {
                        String usage = json("{" + choices + "'usage':{'prompt_tokens':4,'completion_tokens':2}}");
                        ChatCompletion completion = gateway.streamed(usage, text("a"), finish("stop"), usage);
                        assertMessage(completion, "{'role':'assistant','content':'a'}");
                        assertThat(completion.usage().completionTokens()).isEqualTo(2);
                        assertThat(gateway.wholeFails(usage)).hasMessageContaining("the JSON has no choices");
                    }
                });
    }

    private static Quirk noDelta() {
        return Quirk.of(54, "a choice without delta")
                .sees("`{\"choices\":[{\"index\":0,\"finish_reason\":null,\"content_filter_offsets\":{…},"
                      + "\"content_filter_results\":{…}}]}` (Azure's asynchronous filter), `\"delta\":null`")
                .handledBy("No text. What the choice has instead is kept.")
                .source("https://github.com/microsoft/autogen/issues/6465")
                .check(gateway -> {
                    String[] stream = {
                            text("a"),
                            ChunkJson.choice("'index':0,'finish_reason':null,'content_filter_offsets':{'start_offset':44},"
                                             + "'content_filter_results':{'hate':{'filtered':false}}"),
                            text("b"), ChunkJson.choice("'index':0,'delta':null,'finish_reason':'stop'") };
                    ChatCompletion completion = gateway.streamed(stream);
                    assertMessage(completion, "{'role':'assistant','content':'ab'}");
                    assertThat(completion.finishReason()).isEqualTo("stop");
                    assertThat(completion.choices().get(0).get("content_filter_offsets").toString())
                            .isEqualTo(json("{'start_offset':44}"));
                    assertThat(completion.choices().get(0).get("content_filter_results").toString())
                            .isEqualTo(json("{'hate':{'filtered':false}}"));
                    assertThat(gateway.chunks(stream)).extracting(ChatChunk::content).containsExactly("a", "", "b", "", "");
                });
    }

    private static Quirk emptyIds() {
        return Quirk.of(55, "id, model and object empty, created 0")
                .sees("`\"id\":\"\",\"model\":\"\",\"object\":\"\",\"created\":0` in some chunks (Azure) or in all (Text "
                      + "Generation Inference, Snowflake)")
                .handledBy("An empty id or model is none. The first that is not empty is the answer's.")
                .source("https://github.com/huggingface/text-generation-inference/issues/1782",
                        "https://learn.microsoft.com/en-gb/azure/foundry/openai/concepts/content-streaming")
                .check(gateway -> {
                    String empty = json("{'id':'','object':'','created':0,'model':'','choices':[{'delta':{'content':'a'}}]}");
                    String known = json("{'id':'x','created':5,'model':'m','choices':[{'delta':{'content':'b'}}]}");
                    ChatCompletion completion = gateway.streamed(empty, known, empty, finish("stop"));
                    assertThat(completion.toJson()).startsWith(
                            json("{'id':'x','object':'chat.completion','created':5,'model':'m','choices':"));
                    assertThat(completion.text()).isEqualTo("aba");

                    ChatCompletion none = gateway.streamed(empty);
                    assertThat(none.toJson()).startsWith(json("{'object':'chat.completion','choices':"));
                    ChatChunk chunk = gateway.chunks(empty).get(0);
                    assertThat(chunk.id()).isNull();
                    assertThat(chunk.model()).isNull();
                    ChatCompletion whole = gateway.whole(json("{'id':'','model':'','choices':[]}"));
                    assertThat(whole.id()).isNull();
                    assertThat(whole.model()).isNull();
                });
    }

    private static Quirk created() {
        return Quirk.of(56, "created in milliseconds, with decimals, or huge")
                .sees("`1753879075170`, `1234.56789`")
                .handledBy("Read as whole seconds: a number that is too large for seconds is taken for milliseconds, decimals "
                           + "are cut, what fits nowhere is none. It never fails a call.")
                .source("https://github.com/envoyproxy/ai-gateway/pull/962", "https://github.com/mlc-ai/web-llm/issues/829",
                        "https://github.com/Mintplex-Labs/anything-llm/issues/2926")
                .check(gateway -> {
                    assertCreated(gateway, "1753879075170", 1_753_879_075L);
                    assertCreated(gateway, "100000000000", 100_000_000_000L);
                    assertCreated(gateway, "100000000001", 100_000_000L);
                    assertCreated(gateway, "1234.56789", 1234L);
                    assertCreated(gateway, "99999999999999999999", null);
                    assertCreated(gateway, "'now'", null);
                });
    }

    private static void assertCreated(QuirkGateway gateway, String sent, Long expected) {
        String choices = ",'choices':[{'message':{'content':'a'},'delta':{'content':'a'},'finish_reason':'stop'}]}";
        assertThat(gateway.whole(json("{'created':" + sent + choices)).created()).isEqualTo(expected);
        assertThat(gateway.streamed(json("{'created':" + sent + choices)).created()).isEqualTo(expected);
    }
}

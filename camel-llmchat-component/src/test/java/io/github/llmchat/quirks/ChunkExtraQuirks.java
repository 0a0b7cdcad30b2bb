package io.github.llmchat.quirks;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.model.ChatCompletion;

import static io.github.llmchat.quirks.ChunkJson.assertMessage;
import static io.github.llmchat.quirks.ChunkJson.choice;
import static io.github.llmchat.quirks.ChunkJson.delta;
import static io.github.llmchat.quirks.ChunkJson.finish;
import static io.github.llmchat.quirks.ChunkJson.json;
import static io.github.llmchat.quirks.ChunkJson.message;
import static io.github.llmchat.quirks.ChunkJson.text;
import static org.assertj.core.api.Assertions.assertThat;

/** What comes besides text. */
final class ChunkExtraQuirks {

    private ChunkExtraQuirks() {
    }

    static List<Quirk> all() {
        return List.of(unknownFields(), annotations(), refusals(), logprobs(), audio(), changingIds());
    }

    private static Quirk unknownFields() {
        return Quirk.of(72, "unknown fields everywhere")
                .sees("obfuscation, service_tier, provider, native_finish_reason, token_ids, matched_stop, x_groq, citations, "
                      + "text beside delta, delta.index, delta.channel, a seed beyond 2^53")
                .handledBy(
                        "They break nothing and get lost nowhere: chunk and answer can be asked for any field, and for their "
                           + "JSON. Numbers keep their digits.")
                .source("https://github.com/openai/openai-python/issues/2507", "https://docs.perplexity.ai/",
                        "https://console.groq.com/docs/api-reference")
                .check(gateway -> {
                    String odd = json("{'obfuscation':'Xy7','service_tier':'default','provider':'P','citations':['u'],"
                                      + "'seed':18446744073709551617,'x_groq':{'id':'r'},'choices':[{'index':0,'text':'a',"
                                      + "'native_finish_reason':null,'token_ids':[1],'matched_stop':2,"
                                      + "'delta':{'index':5,'channel':'final','content':'a'},'finish_reason':'stop'}]}");
                    ChatCompletion streamed = gateway.streamed(odd);
                    assertMessage(streamed, "{'role':'assistant','content':'a','index':5,'channel':'final'}");
                    assertThat(streamed.get("seed").toString()).isEqualTo("18446744073709551617");
                    assertThat(streamed.get("citations").toString()).isEqualTo(json("['u']"));
                    assertThat(streamed.get("service_tier").asText()).isEqualTo("default");
                    assertThat(streamed.get("x_groq").toString()).isEqualTo(json("{'id':'r'}"));
                    assertThat(streamed.has("obfuscation")).isFalse();
                    assertThat(streamed.choices().get(0).get("matched_stop").asInt()).isEqualTo(2);
                    String later = json("{'citations':['v'],'choices':[{'delta':{'content':'b'}}]}");
                    assertThat(gateway.streamed(text("a"), later, text("c")).get("citations").toString())
                            .isEqualTo(json("['v']"));
                    ChatChunk chunk = gateway.chunks(odd).get(0);
                    assertThat(chunk.data()).isEqualTo(odd);
                    assertThat(chunk.content()).isEqualTo("a");
                    assertThat(chunk.get("provider").asText()).isEqualTo("P");
                    String whole = odd.replace("delta", "message");
                    assertThat(gateway.whole(whole).toJson()).isEqualTo(whole);
                });
    }

    private static Quirk annotations() {
        return Quirk.of(73, "lists in deltas without an index")
                .sees("`\"annotations\":[{\"type\":\"url_citation\",…}]` in several chunks, its title, start and end missing")
                .handledBy("The lists are put one after the other; the elements stay as they are.")
                .source("https://github.com/OpenRouterTeam/ai-sdk-provider")
                .check(gateway -> {
                    String one = "{'type':'url_citation','url_citation':{'url':'https://a'}}";
                    String two = "{'type':'url_citation'}";
                    ChatCompletion completion = gateway.streamed(
                            delta("{'content':'a','annotations':[" + one + "]}"), delta("{'annotations':null}"),
                            delta("{'annotations':[" + two + "," + one + "]}"), delta("{'annotations':[]}"), finish("stop"));
                    assertThat(completion.message().annotations()).extracting(JsonNode::toString)
                            .containsExactly(json(one), json(two), json(one));
                    assertThat(gateway.whole(message("{'content':'a','annotations':[" + two + "]}")).message().annotations())
                            .extracting(JsonNode::toString).containsExactly(json(two));
                });
    }

    private static Quirk refusals() {
        return Quirk.of(74, "refusal instead of content")
                .sees("`\"delta\":{\"refusal\":\"I'm sorry\"}` with content null; `\"refusal\":\"\"` in every chunk (Snowflake)")
                .handledBy("Added up apart from the text; an empty refusal is none.")
                .source("https://platform.openai.com/docs/api-reference/chat-streaming/streaming")
                .check(gateway -> {
                    assertMessage(
                            gateway.streamed(delta("{'content':null,'refusal':'I am '}"), delta("{'refusal':'sorry'}"),
                                    delta("{'refusal':null}"), finish("stop")),
                            "{'role':'assistant','content':null,'refusal':'I am sorry'}");
                    ChatCompletion none = gateway.streamed(delta("{'content':'a','refusal':''}"), finish("stop"));
                    assertMessage(none, "{'role':'assistant','content':'a'}");
                    assertThat(gateway.whole(message("{'content':null,'refusal':'No'}")).message().refusal()).isEqualTo("No");
                    assertThat(gateway.whole(message("{'content':'a','refusal':''}")).message().refusal()).isNull();
                });
    }

    private static Quirk logprobs() {
        return Quirk.of(75, "logprobs in chunks, in several forms")
                .sees("an object with arrays `content` and `refusal`, null, or `{\"content\":null,\"refusal\":null}`")
                .handledBy("The arrays are put one after the other; null adds nothing.")
                .source("https://platform.openai.com/docs/api-reference/chat-streaming/streaming")
                .check(gateway -> {
                    ChatCompletion completion = gateway.streamed(
                            choice("'delta':{'content':'a'},'logprobs':{'content':[{'token':'a'}],'refusal':null}"),
                            choice("'delta':{'content':'b'},'logprobs':null"),
                            choice("'delta':{'content':'c'},'logprobs':{'content':[{'token':'b'},{'token':'c'}],"
                                   + "'refusal':[{'token':'x'}]}"),
                            choice("'delta':{},'logprobs':{'content':null,'refusal':null},'finish_reason':'stop'"));
                    assertThat(completion.text()).isEqualTo("abc");
                    assertThat(completion.choices().get(0).get("logprobs").toString()).isEqualTo(json(
                            "{'content':[{'token':'a'},{'token':'b'},{'token':'c'}],'refusal':[{'token':'x'}]}"));
                    ChatCompletion none = gateway.streamed(
                            choice("'delta':{'content':'a'},'logprobs':{'content':null},'finish_reason':'stop'"));
                    assertThat(none.choices().get(0).has("logprobs")).isFalse();
                });
    }

    private static Quirk audio() {
        return Quirk.of(76, "audio in deltas, undocumented")
                .sees("`{\"audio\":{\"id\":\"audio_1\",\"transcript\":\"Hel\"}}`, `{\"audio\":{\"data\":\"…\"}}` in Base64 cut "
                      + "anywhere, last `{\"audio\":{\"expires_at\":…}}`; no content")
                .handledBy("Transcript and sound are put together. The bytes of each chunk are those that are whole by then; "
                           + "pieces that each end in padding work as well.")
                .source("https://github.com/openai/openai-openapi/issues/577",
                        "https://github.com/openai/openai-python/issues/2507",
                        "https://github.com/langfuse/langfuse-python/pull/1831")
                .check(gateway -> {
                    // "Hello, sound" is SGVsbG8sIHNvdW5k
                    String[] stream = {
                            delta("{'audio':{'id':'audio_1','transcript':'Hel'}}"), delta("{'audio':{'data':'SGVsb'}}"),
                            delta("{'audio':{'transcript':'lo','data':'G8sIHNvdW'}}"), delta("{'audio':null}"),
                            delta("{'audio':{'id':'audio_2','data':'5k'}}"), delta("{'audio':{'expires_at':99}}"),
                            finish("stop") };
                    ChatCompletion completion = gateway.streamed(stream);
                    assertThat(completion.message().audio().toJson()).isEqualTo(json(
                            "{'id':'audio_1','expires_at':99,'data':'SGVsbG8sIHNvdW5k','transcript':'Hello'}"));
                    assertThat(completion.message().audio().data()).asString().isEqualTo("Hello, sound");
                    assertThat(gateway.chunks(stream)).extracting(chunk -> new String(chunk.audioData()))
                            .containsExactly("", "Hel", "lo, so", "", "und", "", "", "");
                    String[] padded = { delta("{'audio':{'data':'SGk='}}"), delta("{'audio':{'data':'IQ=='}}") };
                    assertThat(gateway.streamed(padded).message().audio().data()).asString().isEqualTo("Hi!");
                    assertThat(gateway.chunks(padded)).extracting(chunk -> new String(chunk.audioData()))
                            .containsExactly("Hi", "!", "");
                });
    }

    private static Quirk changingIds() {
        return Quirk.of(77, "another id in each chunk")
                .sees("`\"id\":\"1\"`, `\"id\":\"2\"` in one stream")
                .handledBy("What belongs together is known by the call, not by the id. The first id is the answer's.")
                .source("https://github.com/ggml-org/llama.cpp/issues/5876", "https://github.com/BerriAI/litellm/issues/1571")
                .check(gateway -> {
                    String[] stream = {
                            text("a"), text("b").replace("\"id\":\"1\"", "\"id\":\"2\""),
                            finish("stop").replace("\"id\":\"1\"", "\"id\":3") };
                    ChatCompletion completion = gateway.streamed(stream);
                    assertMessage(completion, "{'role':'assistant','content':'ab'}");
                    assertThat(completion.id()).isEqualTo("1");
                    assertThat(gateway.chunks(stream)).extracting(ChatChunk::id).containsExactly("1", "2", "3", "1");
                    assertThat(gateway.streamed(text("c"), finish("stop")).text()).isEqualTo("c");
                });
    }
}

package io.github.llmchat.quirks;

import java.util.List;

import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.model.Usage;

import static io.github.llmchat.quirks.ChunkJson.choice;
import static io.github.llmchat.quirks.ChunkJson.finish;
import static io.github.llmchat.quirks.ChunkJson.json;
import static io.github.llmchat.quirks.ChunkJson.text;
import static org.assertj.core.api.Assertions.assertThat;

/** Where and how often the usage comes. */
final class ChunkUsageQuirks {

    private ChunkUsageQuirks() {
    }

    static List<Quirk> all() {
        return List.of(everyChunk(), oddPlaces(), nullLater(), notAsked(), details());
    }

    private static String usage(int completionTokens) {
        return json("'usage':{'prompt_tokens':9,'completion_tokens':" + completionTokens + "}");
    }

    private static Long tokens(Usage usage) {
        return usage == null ? null : usage.completionTokens();
    }

    private static Quirk everyChunk() {
        return Quirk.of(63, "usage in every chunk, growing")
                .sees("`completion_tokens` 1, 3, 5 … (vLLM's continuous usage, Gemini, Perplexity)")
                .handledBy("Each chunk has its own usage, the answer has the last; nothing is added up.")
                .source("https://github.com/open-webui/open-webui/issues/29064",
                        "https://github.com/ogx-ai/ogx/issues/5122")
                .check(gateway -> {
                    String[] stream = {
                            json("{'choices':[{'delta':{'content':'a'}}],") + usage(1) + "}",
                            json("{'choices':[{'delta':{'content':'b'}}],") + usage(3) + "}",
                            json("{'choices':[{'delta':{},'finish_reason':'stop'}],") + usage(5) + "}" };
                    assertThat(tokens(gateway.streamed(stream).usage())).isEqualTo(5);
                    assertThat(gateway.streamed(stream).usage().promptTokens()).isEqualTo(9);
                    assertThat(gateway.chunks(stream)).extracting(chunk -> tokens(chunk.usage()))
                            .containsExactly(1L, 3L, 5L, 5L);
                });
    }

    private static Quirk oddPlaces() {
        return Quirk.of(64, "usage in other places")
                .sees("in the last chunk with a choice (Moonshot, Z.ai, DeepSeek, Mistral); `choices[0].usage` (Kimi); "
                      + "`x_groq.usage` (Groq); twice, and the second is right")
                .handledBy("Found in all of these places; `usage` at the top goes first. Of several the last counts.")
                .source("https://github.com/earendil-works/pi/issues/2017")
                .check(gateway -> {
                    String last = json("{'choices':[{'delta':{},'finish_reason':'stop'}],") + usage(5) + "}";
                    String inChoice = choice("'delta':{},'finish_reason':'stop'," + usage(6));
                    String groq = json("{'choices':[],'x_groq':{'id':'r',") + usage(7) + "}}";
                    String zero = json("{'choices':[],") + usage(0) + "}";
                    for (String[] stream : new String[][] {
                            { text("a"), last }, { zero, text("a"), last }, { text("a"), inChoice, last },
                            { groq, inChoice, last } }) {
                        assertThat(tokens(gateway.streamed(stream).usage())).isEqualTo(5);
                    }
                    assertThat(tokens(gateway.streamed(text("a"), inChoice).usage())).isEqualTo(6);
                    assertThat(tokens(gateway.streamed(text("a"), finish("stop"), groq).usage())).isEqualTo(7);
                    assertThat(gateway.chunks(text("a"), last, inChoice, groq)).extracting(chunk -> tokens(chunk.usage()))
                            .containsExactly(null, 5L, 6L, 7L, 5L);
                    assertThat(
                            tokens(gateway.whole(json("{'choices':[{'message':{'content':'a'},") + usage(6) + "}]}").usage()))
                            .isEqualTo(6);
                    assertThat(tokens(gateway.whole(json("{'choices':[],'x_groq':{") + usage(7) + "}}").usage()))
                            .isEqualTo(7);
                });
    }

    private static Quirk nullLater() {
        return Quirk.of(65, "usage null after the usage")
                .sees("the chunk with the usage, then one with moderation and `\"usage\":null` (OpenAI)")
                .handledBy("Null replaces nothing.")
                .source("https://platform.openai.com/docs/api-reference/chat-streaming/streaming")
                .check(gateway -> {
                    String[] stream = {
                            text("a"), finish("stop"), json("{'choices':[],") + usage(5) + "}",
                            json("{'choices':[],'moderation':{},'usage':null}"),
                            choice("'delta':{},'usage':null,'finish_reason':null") };
                    assertThat(tokens(gateway.streamed(stream).usage())).isEqualTo(5);
                    String[] inChoice = {
                            text("a"), choice("'delta':{},'finish_reason':'stop'," + usage(6)),
                            choice("'delta':{},'usage':null,'finish_reason':null") };
                    assertThat(tokens(gateway.streamed(inChoice).usage())).isEqualTo(6);
                    assertThat(gateway.chunks(stream)).extracting(chunk -> tokens(chunk.usage()))
                            .containsExactly(null, null, 5L, null, null, 5L);
                });
    }

    private static Quirk notAsked() {
        return Quirk.of(66, "usage although nobody asked for it")
                .sees("a chunk with `\"choices\":[]` and usage at the end of a stream that was opened without "
                      + "`include_usage`")
                .handledBy("Taken like one that was asked for.")
                .source("https://github.com/Arthur-Ficial/apfel/issues/100")
                .check(gateway -> {
                    String[] stream = { text("a"), finish("stop"), json("{'choices':[],") + usage(5) + "}" };
                    assertThat(tokens(gateway.with("includeUsage=false").streamed(stream).usage())).isEqualTo(5);
                    assertThat(gateway.lastRequest().json().has("stream_options")).isFalse();
                    assertThat(gateway.chunks(stream)).extracting(ChatChunk::content).containsExactly("a", "", "", "");
                });
    }

    private static Quirk details() {
        return Quirk.of(67, "details of the usage null, missing, or under names of their own")
                .sees("`\"prompt_tokens_details\":null`, `\"prompt_token_details\"`, cost, queue_time, reasoning_tokens at the "
                      + "top level, `\"prompt_cache_hit_tokens\"`")
                .handledBy("Every number is optional and null if it is not there. Reasoning and cached tokens are found at "
                           + "the top level too, and all fields can be had by name.")
                .source("https://github.com/vercel/ai/tree/main/packages/azure/src/__fixtures__",
                        "https://api-docs.deepseek.com/api/create-chat-completion")
                .check(gateway -> {
                    String odd = json("'usage':{'prompt_tokens':9,'completion_tokens':5.0,'prompt_tokens_details':null,"
                                      + "'completion_tokens_details':null,'prompt_token_details':{'x':1},'cost':0.00123,"
                                      + "'queue_time':0.5,'reasoning_tokens':3,'prompt_cache_hit_tokens':4}");
                    Usage whole = gateway.whole(json("{'choices':[],") + odd + "}").usage();
                    Usage streamed = gateway.streamed(text("a"), finish("stop"), json("{'choices':[],") + odd + "}").usage();
                    for (Usage usage : List.of(whole, streamed)) {
                        assertThat(usage.promptTokens()).isEqualTo(9);
                        assertThat(usage.completionTokens()).isEqualTo(5);
                        assertThat(usage.totalTokens()).isNull();
                        assertThat(usage.reasoningTokens()).isEqualTo(3);
                        assertThat(usage.cachedTokens()).isEqualTo(4);
                        assertThat(usage.get("prompt_token_details").toString()).isEqualTo(json("{'x':1}"));
                        assertThat(usage.get("cost").toString()).isEqualTo("0.00123");
                    }
                    Usage usual = gateway.whole(json("{'choices':[],'usage':{'reasoning_tokens':1,'prompt_cache_hit_tokens':1,"
                                                     + "'completion_tokens_details':{'reasoning_tokens':3},"
                                                     + "'prompt_tokens_details':{'cached_tokens':4}}}"))
                            .usage();
                    assertThat(usual.reasoningTokens()).isEqualTo(3);
                    assertThat(usual.cachedTokens()).isEqualTo(4);
                    assertThat(usual.promptTokens()).isNull();
                });
    }
}

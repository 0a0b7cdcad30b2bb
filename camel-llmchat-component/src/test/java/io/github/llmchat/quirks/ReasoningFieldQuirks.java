package io.github.llmchat.quirks;

import java.util.List;

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

/** Where reasoning comes. */
final class ReasoningFieldQuirks {

    private static final String DETAILS = "'reasoning_details':[{'type':'reasoning.text','text':'This','signature':'s'},"
                                          + "{'type':'reasoning.encrypted','data':'e'}]";

    private ReasoningFieldQuirks() {
    }

    static List<Quirk> all() {
        return List.of(twoNames(), detailsBeside(), detailsOnly(), tags());
    }

    private static Quirk twoNames() {
        return Quirk.of(78, "reasoning_content, or reasoning, or both")
                .sees("`reasoning_content` (DeepSeek, older vLLM), `reasoning` (Groq, Cerebras, OpenRouter, LM Studio, newer "
                      + "vLLM), both with the same text")
                .handledBy("Both are the reasoning; where both are in one delta or message it counts once. The answer keeps it "
                           + "under the name it came with.")
                .source("https://github.com/vllm-project/vllm/pull/50624", "https://github.com/vllm-project/vllm/issues/27755",
                        "https://github.com/langchain4j/langchain4j/pull/5018",
                        "https://github.com/lmstudio-ai/lmstudio-bug-tracker/issues/894")
                .check(gateway -> {
                    for (String name : List.of("reasoning_content", "reasoning")) {
                        String[] stream = {
                                delta("{'role':'assistant','content':'','" + name + "':''}"),
                                delta("{'content':null,'" + name + "':'Th'}"), delta("{'" + name + "':'ink'}"), text("4"),
                                choice("'delta':{'" + name + "':'!'},'finish_reason':'stop'") };
                        String expected = "{'role':'assistant','content':'4','" + name + "':'Think!'}";
                        assertMessage(gateway.streamed(stream), expected);
                        assertThat(gateway.chunks(stream)).extracting(ChatChunk::reasoningContent)
                                .containsExactly(null, "Th", "ink", null, "!", null);
                        assertThat(gateway.chunks(stream).get(1).reasoningField()).isEqualTo(name);
                        assertThat(gateway.whole(message(expected)).reasoningContent()).isEqualTo("Think!");
                    }
                    String both = delta("{'reasoning':'Th','reasoning_content':'Th'}");
                    assertMessage(gateway.streamed(both, both, choice("'delta':{'reasoning':'','reasoning_content':'!'},"
                                                                      + "'finish_reason':'stop'")),
                            "{'role':'assistant','content':null,'reasoning_content':'ThTh!'}");
                    assertThat(gateway.streamed(delta("{'reasoning':'a'}"), delta("{'reasoning_content':'b'}"),
                            choice("'delta':{'reasoning':'c','reasoning_content':''},'finish_reason':'stop'"))
                            .reasoningContent())
                            .isEqualTo("abc");
                    assertThat(gateway.whole(message("{'content':'4','reasoning':'Th','reasoning_content':'Th'}"))
                            .reasoningContent())
                            .isEqualTo("Th");
                });
    }

    private static Quirk detailsBeside() {
        return Quirk.of(79, "reasoning and reasoning_details with the same text")
                .sees("`\"reasoning\":\"This\",\"reasoning_details\":[{\"type\":\"reasoning.text\",\"text\":\"This\"}]`")
                .handledBy("Counted once. The details, with their signatures and encrypted parts, stay in the message and go "
                           + "back with it.")
                .source("https://github.com/OpenRouterTeam/ai-sdk-provider")
                .check(gateway -> {
                    String both = "{'role':'assistant','content':null,'reasoning':'This'," + DETAILS + "}";
                    assertMessage(gateway.streamed(delta(both), finish("stop")), both);
                    assertThat(gateway.chunks(delta(both)).get(0).reasoningContent()).isEqualTo("This");
                    for (ChatCompletion completion : List.of(
                            gateway.streamed(delta(both), finish("stop")), gateway.whole(message(both)))) {
                        assertThat(completion.reasoningContent()).isEqualTo("This");
                        assertThat(ReasoningReplayQuirks.sent(gateway, completion.message()).toString()).isEqualTo(json(both));
                    }
                });
    }

    private static Quirk detailsOnly() {
        return Quirk.of(80, "only reasoning_details")
                .sees("text, `{\"type\":\"reasoning.summary\",\"summary\":…}`, or encrypted: `{\"data\":…}`")
                .handledBy("Texts and summaries are the reasoning; what is encrypted is none.")
                .source("https://openrouter.ai/docs/guides/best-practices/reasoning-tokens")
                .check(gateway -> {
                    String summary = "{'reasoning_details':[{'type':'reasoning.summary','summary':' is'},"
                                     + "{'type':'reasoning.text','text':null}]}";
                    String encrypted = "{'reasoning_details':[{'type':'reasoning.encrypted','data':'e'}]}";
                    String[] stream
                            = { delta("{" + DETAILS + "}"), delta(summary), delta(encrypted), text("4"), finish("stop") };
                    ChatCompletion completion = gateway.streamed(stream);
                    assertThat(completion.text()).isEqualTo("4");
                    assertThat(completion.reasoningContent()).isEqualTo("This is");
                    assertThat(completion.message().get("reasoning_details")).hasSize(5);
                    assertThat(gateway.chunks(stream)).extracting(ChatChunk::reasoningContent)
                            .containsExactly("This", " is", null, null, null, null);
                    assertThat(gateway.whole(message("{'content':'4'," + DETAILS + "}")).reasoningContent()).isEqualTo("This");
                    assertThat(gateway.whole(message(encrypted)).reasoningContent()).isNull();
                });
    }

    private static Quirk tags() {
        return Quirk.of(81, "thinking between think tags in the text")
                .sees("`<think>` cut into pieces such as `<`, `think`, `>`; no opening tag, only `</think>`; never closed; or "
                      + "the tag as a word of the answer")
                .handledBy(
                        "The text is as it was sent. With `stripThinking=true` what stands between the tags at the beginning "
                           + "of the text is the reasoning, in streams too; later tags are text, and so is what comes before a "
                           + "closing tag that was never opened.")
                .source("https://github.com/LibreChat-AI/agents/pull/40", "https://github.com/aula-id/koma/pull/63",
                        "https://github.com/MihaiBuilds/memory-vault/pull/152",
                        "https://github.com/QwenLM/qwen-code/pull/3411")
                .check(gateway -> {
                    String tagged = "<think>Hm</think>4";
                    assertThat(gateway.streamed(text(tagged), finish("stop")).text()).isEqualTo(tagged);
                    assertThat(gateway.whole(message("{'content':'" + tagged + "'}")).text()).isEqualTo(tagged);
                    QuirkGateway strips = gateway.with("stripThinking=true");
                    assertSplit(strips, "<think>Hm</think>4", "4", "Hm");
                    assertSplit(strips, "\\n <think>\\nHm </b> </thin</think>\\n\\n4", "4", "\nHm </b> </thin");
                    assertSplit(strips, "<think>Hm", "", "Hm");
                    assertSplit(strips, "<think>Hm</thi", "", "Hm</thi");
                    assertSplit(strips, "</think>4", "4", null);
                    assertSplit(strips, "Hm</think>4", "Hm</think>4", null);
                    assertSplit(strips, "Write <think>x</think>", "Write <think>x</think>", null);
                    assertSplit(strips, "<think>a</think>b<think>c</think>", "b<think>c</think>", "a");
                    assertSplit(strips, "<thin", "<thin", null);
                    assertSplit(strips, " <thinking>a", " <thinking>a", null);
                    for (String end : List.of(finish("stop"), choice("'finish_reason':'stop'"))) {
                        assertThat(strips.chunks(text("<th"), text("i"), end)).extracting(ChatChunk::content)
                                .containsExactly("", "", "<thi", "");
                    }
                });
    }

    /** However the text is cut, and whole: the same answer. */
    private static void assertSplit(QuirkGateway gateway, String text, String content, String reasoning) {
        String[] characters = text.split("(?<!\\\\)(?!^)");
        String[] stream = new String[characters.length + 1];
        for (int i = 0; i < characters.length; i++) {
            stream[i] = text(characters[i]);
        }
        stream[characters.length] = finish("stop");
        for (ChatCompletion completion : List.of(
                gateway.streamed(stream), gateway.streamed(text(text), finish("stop")), gateway.streamed(stream[0], text(
                        text.substring(characters[0].length()))),
                gateway.whole(message("{'content':'" + text + "'}")))) {
            assertThat(completion.text()).as("text of " + text).isEqualTo(content);
            assertThat(completion.reasoningContent()).as("reasoning of " + text).isEqualTo(reasoning);
        }
        List<ChatChunk> chunks = gateway.chunks(stream);
        assertThat(chunks.stream().map(ChatChunk::content).reduce("", String::concat)).isEqualTo(content);
        assertThat(chunks.stream().map(ChatChunk::reasoningContent).filter(piece -> piece != null).reduce("", String::concat))
                .isEqualTo(reasoning == null ? "" : reasoning);
    }
}

package io.github.llmchat.quirks;

import java.util.List;

import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.model.ChoiceDelta;

import static io.github.llmchat.quirks.ChunkJson.assertMessage;
import static io.github.llmchat.quirks.ChunkJson.choice;
import static io.github.llmchat.quirks.ChunkJson.delta;
import static io.github.llmchat.quirks.ChunkJson.finish;
import static io.github.llmchat.quirks.ChunkJson.json;
import static io.github.llmchat.quirks.ChunkJson.message;
import static io.github.llmchat.quirks.ChunkJson.text;
import static io.github.llmchat.quirks.ChunkJson.toolCalls;
import static org.assertj.core.api.Assertions.assertThat;

/** Where the text is, and how often. */
final class ChunkContentQuirks {

    private ChunkContentQuirks() {
    }

    static List<Quirk> all() {
        return List.of(messageBesideDelta(), wholeAnswerAtTheEnd(), severalChoices(), parts());
    }

    private static Quirk messageBesideDelta() {
        return Quirk.of(68, "message beside delta")
                .sees("the same text in both (Writer), or all text so far in `message.content` (Perplexity)")
                .handledBy("The delta counts. A message counts only where no delta has brought anything, and then the last.")
                .source("https://github.com/perplexityai/api-discussion/issues/209")
                .check(gateway -> {
                    String[] soFar = {
                            choice("'delta':{'content':'a'},'message':{'role':'assistant','content':'a'}"),
                            choice("'delta':{'content':'b'},'message':{'role':'assistant','content':'ab'}"),
                            choice("'delta':{},'message':{'role':'assistant','content':'ab'},'finish_reason':'stop'") };
                    assertMessage(gateway.streamed(soFar), "{'role':'assistant','content':'ab'}");
                    assertThat(gateway.chunks(soFar)).extracting(ChatChunk::content).containsExactly("a", "b", "", "");
                    String copy = "'message':{'role':'assistant','content':'a'}";
                    assertMessage(
                            gateway.streamed(text("a"), text("b"), choice("'delta':{'content':'a'}," + copy), finish("stop")),
                            "{'role':'assistant','content':'aba'}");
                    ChatCompletion messagesOnly = gateway.streamed(
                            choice("'message':{'role':'assistant','content':'a'}"),
                            choice("'message':{'role':'assistant','content':'ab'},'finish_reason':null"),
                            choice("'message':null,'finish_reason':'stop'"));
                    assertMessage(messagesOnly, "{'role':'assistant','content':'ab'}");
                });
    }

    private static Quirk wholeAnswerAtTheEnd() {
        return Quirk.of(69, "the last chunk repeats the whole answer")
                .sees("`message.content` of the last chunk is everything, or its `delta.content` is")
                .handledBy("A message is never added to what deltas have said. A delta is always added: one that repeats the "
                           + "text so far is not told from a model that repeats itself.")
                .source("https://github.com/abundantbeing/hermes-browser-extension/issues/11",
                        "https://github.com/infiniflow/ragflow/issues/15286")
                .check(gateway -> {
                    for (String delta : List.of("", "'delta':{},", "'delta':{'role':'assistant','content':''},")) {
                        String last = choice(delta + "'message':{'role':'assistant','content':'ab'},'finish_reason':'stop'");
                        assertMessage(gateway.streamed(text("a"), text("b"), last), "{'role':'assistant','content':'ab'}");
                    }
                    String thought = delta("{'reasoning_content':'H'}");
                    assertMessage(
                            gateway.streamed(thought,
                                    choice("'message':{'content':''},'finish_reason':'stop'")),
                            "{'role':'assistant','content':null,'reasoning_content':'H'}");
                    assertMessage(
                            gateway.streamed(delta("{'refusal':'No'}"),
                                    choice("'message':{'content':''},'finish_reason':'stop'")),
                            "{'role':'assistant','content':null,'refusal':'No'}");
                    String call = "{'id':'a','type':'function','function':{'name':'f','arguments':'{}'}}";
                    assertMessage(
                            gateway.streamed(toolCalls(call), choice("'message':{'content':''},'finish_reason':'stop'")),
                            "{'role':'assistant','content':null,'tool_calls':[" + call + "]}");
                    assertThat(gateway.streamed(text("Ha"), text("Ha"), finish("stop")).text()).isEqualTo("HaHa");
                });
    }

    private static Quirk severalChoices() {
        return Quirk.of(70, "several answers, interleaved in any order")
                .sees("choices 2, 0, 1 in one chunk or in several; `index` missing, negative or absurdly large")
                .handledBy("Each answer is added up by its index, and they are handed over in the order of the indexes. An "
                           + "index that is missing or negative is 0. Choices above 255 are passed over.")
                .source("https://platform.openai.com/docs/api-reference/chat-streaming/streaming")
                .check(gateway -> {
                    String mixed = json("{'choices':[{'index':2,'delta':{'content':'C'}},{'index':0,'delta':{'content':'A'}},"
                                        + "{'index':255,'delta':{'content':'Z'}},{'delta':{'content':'a'}}]}");
                    String[] stream = {
                            mixed, choice("'index':1,'delta':{'content':'B'}"), choice("'index':null,'delta':{'content':'!'}"),
                            choice("'index':-1,'delta':{'content':'?'}"), choice("'index':256,'delta':{'content':'x'}"),
                            choice("'index':2,'delta':{'content':'c'},'finish_reason':'length'"), finish("stop") };
                    ChatCompletion completion = gateway.streamed(stream);
                    assertThat(completion.texts()).containsExactly("Aa!?", "B", "Cc", "Z");
                    assertThat(completion.choices()).extracting(choice -> choice.index() + " " + choice.finishReason())
                            .containsExactly("0 stop", "1 stop", "2 length", "255 stop");
                    ChatChunk first = gateway.chunks(stream).get(0);
                    assertThat(first.choiceIndex()).isEqualTo(2);
                    assertThat(first.choices()).extracting(ChoiceDelta::index).containsExactly(2, 0, 255, 0);
                    assertThat(first.choices()).extracting(ChoiceDelta::content).containsExactly("C", "A", "Z", "a");
                });
    }

    private static Quirk parts() {
        return Quirk.of(71, "content as an array of parts")
                .sees("`\"content\":[{\"type\":\"thinking\",\"thinking\":[{\"type\":\"text\",\"text\":\"Okay\"}]}]`, then text "
                      + "(Mistral's Magistral)")
                .handledBy("Text parts are the text, thinking parts the reasoning; other parts are passed over.")
                .source("https://github.com/spring-projects/spring-ai/pull/5020",
                        "https://github.com/braintrustdata/braintrust-sdk-javascript/issues/1857")
                .check(gateway -> {
                    String[] stream = {
                            delta("{'content':[{'type':'thinking','thinking':[{'type':'text','text':'O'},'k']}]}"),
                            delta("{'content':[{'type':'thinking','thinking':'ay'}]}"),
                            delta("{'content':[{'type':'text','text':'a'},'b',{'type':'image_url'},null]}"), text("c"),
                            finish("stop") };
                    assertMessage(gateway.streamed(stream),
                            "{'role':'assistant','content':'abc','reasoning_content':'Okay'}");
                    List<ChatChunk> chunks = gateway.chunks(stream);
                    assertThat(chunks).extracting(ChatChunk::content).containsExactly("", "", "ab", "c", "", "");
                    assertThat(chunks).extracting(ChatChunk::reasoningContent)
                            .containsExactly("Ok", "ay", null, null, null, null);
                    ChatCompletion whole = gateway.whole(message(
                            "{'content':[{'type':'thinking','thinking':[{'type':'text','text':'O'},'k']},"
                                                                 + "{'type':'thinking','thinking':'ay'},"
                                                                 + "{'type':'text','text':'a'},'b',{'type':'image_url'},null]}"));
                    assertThat(whole.text()).isEqualTo("ab");
                    assertThat(whole.reasoningContent()).isEqualTo("Okay");
                });
    }
}

package io.github.llmchat.model;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JacksonException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ChunkReadingTest {

    private static final List<String> ODD_DELTAS = json(
            "{}", "null", "7", "[]", "'x'", "{'role':''}", "{'role':null,'content':null}", "{'content':''}",
            "{'content':7}", "{'content':{}}", "{'content':[]}", "{'content':'null'}",
            "{'content':['a',{'type':'text','text':'b'},{'type':'thinking','thinking':'c'},null,3]}",
            "{'content':[{'type':'thinking','thinking':[{'type':'text','text':'c'},'d']}],'role':'assistant'}",
            "{'content':[{'type':'thinking','text':'c'}]}",
            "{'content':[{'type':'text','text':'b'}],'reasoning':'r'}",
            "{'content':[{'type':'text','text':'lost'}],'content':'last wins'}",
            "{'content':'lost','content':[{'type':'text','text':'last wins'}]}",
            "{'content':'lost','content':null}",
            "{'content':'a\\ud83d\\ude00\\n\\u2028'}",
            "{'content':null,'reasoning_content':'H'}", "{'reasoning':'H'}",
            "{'reasoning_content':'','reasoning':'b'}", "{'reasoning':'b','reasoning_content':'a'}",
            "{'reasoning':{'effort':'low'}}", "{'reasoning_content':null,'reasoning':null,'reasoning_details':[]}",
            "{'reasoning':'This','reasoning_details':[{'type':'reasoning.text','text':'This'}]}",
            "{'reasoning_details':[{'type':'reasoning.text','text':'a'},{'summary':'b'},{'data':'c'}]}",
            "{'reasoning_details':[{'type':'reasoning.encrypted','data':'c'}],'content':'d'}",
            "{'reasoning_details':{}}", "{'refusal':'No','content':null}", "{'refusal':''}",
            "{'audio':{'id':'audio_1','transcript':'Hel'}}", "{'annotations':[{'type':'url_citation'}]}",
            "{'tool_calls':[]}", "{'tool_calls':null,'content':'x'}", "{'tool_calls':{}}", "{'tool_calls':[null,3]}",
            "{'tool_calls':[{'id':'a','function':{'name':'f','arguments':{'city':[1,{}]}}}]}",
            "{'tool_calls':[{'index':-1,'id':7,'function':null},{'index':1.0},{'index':9223372036854775807}]}");

    private static final List<String> ODD_CHUNKS = json(
            "{}", "{'choices':[]}", "{'choices':null}", "{'choices':{}}", "{'choices':7}", "{'choices':[null,3,[]]}",
            "{'choices':[],'cost':'0'}", "{'choices':[{}]}", "{'choices':[{'index':null}]}",
            "{'choices':[null,{'index':2,'delta':{'content':'c'}}]}",
            "{'choices':[{'index':2,'delta':{'content':'c'}},{'index':0,'delta':{'content':'a'}}]}",
            "{'choices':[{'index':-3,'delta':{}}]}", "{'choices':[{'index':1.0,'delta':{}}]}",
            "{'choices':[{'index':99999999999999999999,'delta':{}}]}", "{'choices':[{'index':'1','delta':{}}]}",
            "{'choices':[{'index':1e999999999,'delta':{}}]}",
            "{'choices':[{'finish_reason':''}]}", "{'choices':[{'finish_reason':{'a':1}}]}",
            "{'choices':[{'delta':{'content':'!'},'finish_reason':'stop'}]}",
            "{'choices':[{'finish_reason':'network_error','usage':{'total_tokens':3},'delta':{}}]}",
            "{'choices':[{'delta':{'content':'a'},'text':'a','message':{'content':'whole'}}]}",
            "{'choices':[{'message':{'role':'assistant','content':'whole'}}]}",
            "{'choices':[{'logprobs':{'content':[{'token':'a','bytes':[97]}]},'delta':{'content':'a'}}]}",
            "{'choices':[{'delta':{'content':'lost'},'index':4}],'choices':[{'delta':{}}]}",
            "{'choices':[{'delta':{'content':'lost','role':'a'},'delta':null}]}",
            "{'choices':[{'delta':{'content':'a'}}],'choices':null}",
            "{'id':'','model':'','object':'','created':0}", "{'id':7,'model':7}", "{'id':{'a':[1]},'model':[]}",
            "{'id':1.50,'model':null}", "{'id':'lost','id':'2'}",
            "{'usage':null}", "{'usage':[]}", "{'usage':{}}", "{'usage':{'total_tokens':1},'usage':null}",
            "{'usage':{'prompt_tokens':1,'prompt_tokens_details':null,'completion_tokens_details':{'reasoning_tokens':2}}}",
            "{'x_groq':{'usage':{'total_tokens':1},'id':'r'}}", "{'x_groq':{'usage':null,'a':{}}}", "{'x_groq':[]}",
            "{'choices':[{'usage':{'total_tokens':1}},{'usage':null}]}",
            "{'choices':[{'usage':null},{'usage':{'total_tokens':1}}]}");

    private static final List<String> ERRORS = json(
            "{'error':{'message':'m'}}", "{'error':'m','choices':[]}", "{'error':{}}", "{'error':[]}", "{'error':400}",
            "{'error':true}", "{'error':{'message':'m'},'message':'m'}", "{'object':'error','message':'m'}",
            "{'choices':null,'base_resp':{'x':{},'status_code':1008,'status_msg':'m'}}",
            "{'error':{'code':400},'choices':[{'delta':{'content':''}}],'usage':{'total_tokens':1}}");

    private static final List<String> NO_ERRORS = json(
            "{'error':null,'choices':[]}", "{'error':''}", "{'error':' '}", "{'error':false}", "{'error':{},'error':null}",
            "{'choices':[],'base_resp':{'status_code':0,'status_msg':''}}", "{'base_resp':{}}", "{'base_resp':[]}",
            "{'object':'chat.completion.chunk','choices':[]}");

    static Stream<String> chunks() {
        Stream<String> odd = ODD_DELTAS.stream().map(delta -> "{\"choices\":[{\"index\":0,\"delta\":" + delta + "}]}");
        return Stream.of(odd, ODD_CHUNKS.stream(), ERRORS.stream(), NO_ERRORS.stream(), WireFiles.chunks()).flatMap(s -> s);
    }

    @ParameterizedTest
    @MethodSource("chunks")
    void readingWithoutATreeFindsWhatTheTreeHas(String json) throws Exception {
        ChatChunk chunk = read(json);
        ChatCompletion tree = ChatCompletion.fromJson(json);
        List<ChoiceDelta> choices = chunk.choices();
        ChoiceDelta first = choices.isEmpty() ? new ChoiceDelta(Json.object()) : choices.get(0);

        assertThat(chunk.id()).isEqualTo(tree.id());
        assertThat(chunk.model()).isEqualTo(tree.model());
        assertThat(chunk.choiceIndex()).isEqualTo(first.index());
        assertThat(chunk.role()).isEqualTo(first.role());
        assertThat(chunk.content()).isEqualTo(first.content());
        assertThat(chunk.reasoningContent()).isEqualTo(first.reasoningContent());
        assertThat(chunk.reasoningField()).isEqualTo(first.reasoningField());
        assertThat(chunk.finishReason()).isEqualTo(first.finishReason());
        assertThat(chunk.toolCallDeltas()).isEqualTo(first.toolCallDeltas());
        assertThat(chunk.usage()).isEqualTo(tree.usage());
        assertThat(chunk.hasUsage()).isEqualTo(tree.usage() != null);
        assertThat(chunk.hasChoicesKey()).isEqualTo(tree.has("choices"));
    }

    @Test
    void errorsAreSeenWithoutATree() throws Exception {
        for (String json : ERRORS) {
            assertThat(read(json).hasError()).as(json).isTrue();
            assertThat(ApiError.fromTree(Json.parse(json))).as(json).isNotNull();
        }
        for (String json : NO_ERRORS) {
            assertThat(read(json).hasError()).as(json).isFalse();
            assertThat(ApiError.fromTree(Json.parse(json))).as(json).isNull();
        }
    }

    @Test
    void bytesThatAreNoUtf8AreReplaced() throws Exception {
        byte[] json = "{\"choices\":[{\"delta\":{\"content\":\"a?b\"}}],\"x\":1}".getBytes(StandardCharsets.US_ASCII);
        json[new String(json, StandardCharsets.US_ASCII).indexOf('?')] = (byte) 0xff;

        ChatChunk chunk = ChatChunk.read(json, 0);

        assertThat(chunk.content()).isEqualTo("a\uFFFDb");
        assertThat(chunk.choices().get(0).content()).isEqualTo("a\uFFFDb");
        assertThat(chunk.data()).contains("a\uFFFDb");
        assertThat(chunk.dataBytes()).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", " ", "[]", "[{'choices':[]}]", "'secret'", "7", "null", "secret", "{secret}", "{'a':secret}", "{'a':'secret",
            "{'choices':[{'delta':{'content':'secret'", "{'a':1secret}", "{'a':'\\secret'}", "{'a' 'secret'}", "<p>secret" })
    void whatIsNoObjectIsRefusedWithoutRepeatingIt(String json) {
        assertThatThrownBy(() -> read(json.replace('\'', '"')))
                .isInstanceOf(JacksonException.class)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
    }

    @Test
    void veryLongTextsAreRead() throws Exception {
        String text = "x".repeat(21_000_000);

        assertThat(read("{\"choices\":[{\"delta\":{\"content\":\"" + text + "\"}}]}").content()).hasSize(text.length());
    }

    private static List<String> json(String... quotedOnce) {
        return Stream.of(quotedOnce).map(text -> text.replace('\'', '"')).toList();
    }

    private static ChatChunk read(String json) throws JacksonException {
        return ChatChunk.read(json.getBytes(StandardCharsets.UTF_8), 3);
    }
}

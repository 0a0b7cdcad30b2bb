package io.github.llmchat.model;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PlainChunkTest {

    @ParameterizedTest
    @ValueSource(strings = {
            "{'choices':[{'delta':{}}]}",
            "{'choices':[{'delta':{'content':'a'}}]}",
            "{'choices':[{'delta':{'role':'assistant','content':''},'index':1,'finish_reason':''}],'usage':null}",
            "{'choices':[{'delta':{'role':null,'content':null,'reasoning_content':'a','refusal':'','tool_calls':[]}}]}",
            "{'id':'1','object':'x','created':1,'model':'m','system_fingerprint':'f','choices':[{'delta':{'reasoning':'a'}}]}",
            "{'choices':[{'delta':{'content':'a','audio':null,'annotations':[]},'logprobs':null,'results':{}}],'x':'y'}" })
    void chunkWithNothingButTextIsPlain(String json) throws Exception {
        assertThat(read(json).isPlain()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{}",
            "{'choices':[]}",
            "{'choices':[{}]}",
            "{'choices':[{'delta':null}]}",
            "{'choices':[{'delta':{'content':'a'}},{'delta':{'content':'b'},'index':1}]}",
            "{'choices':[{'delta':{'content':'a'},'finish_reason':'stop'}]}",
            "{'choices':[{'delta':{'content':'a'},'usage':{}}]}",
            "{'choices':[{'delta':{'content':'a'},'message':{'content':'a'}}]}",
            "{'choices':[{'delta':{'content':'a'},'logprobs':{'content':[]}}]}",
            "{'choices':[{'delta':{'content':'a','refusal':'no'}}]}",
            "{'choices':[{'delta':{'content':'a','tool_calls':[{'index':0}]}}]}",
            "{'choices':[{'delta':{'content':'a','reasoning':'b','reasoning_details':[{'text':'b'}]}}]}",
            "{'choices':[{'delta':{'content':[{'type':'text','text':'a'}]}}]}",
            "{'choices':[{'delta':{'content':'a','token_ids':[1]}}]}",
            "{'choices':[{'delta':{'content':'a'}}],'usage':{'total_tokens':1}}",
            "{'choices':[{'delta':{'content':'a'}}],'error':'m'}",
            "{'choices':[{'delta':{'content':'a'}}],'citations':['u']}",
            "{'choices':[{'delta':{'content':'a'}}],'x_groq':{'usage':{'total_tokens':1}}}" })
    void chunkWithAnythingElseIsNotPlain(String json) throws Exception {
        assertThat(read(json).isPlain()).isFalse();
    }

    private static ChatChunk read(String json) throws Exception {
        return ChatChunk.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), 0);
    }
}

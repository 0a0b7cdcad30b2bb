package io.github.llmchat.stream;

import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.model.Json;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChunksAddUpTest {

    private final ChunkAccumulator accumulator = new ChunkAccumulator();
    private int index;

    private ChunksAddUpTest add(String... chunks) throws Exception {
        for (String chunk : chunks) {
            accumulator.add(ChatChunk.read(chunk.replace('\'', '"').getBytes("UTF-8"), index++));
        }
        return this;
    }

    private ChatCompletion completion() {
        return accumulator.completion();
    }

    @Test
    void toTheCompletionThatWouldHaveComeWithoutStreaming() throws Exception {
        add("{'id':'1','object':'chat.completion.chunk','created':5,'model':'m','system_fingerprint':'fp','choices':[{'index':0,'delta':{'role':'assistant','content':''},'finish_reason':null}]}",
                "{'id':'1','choices':[{'index':0,'delta':{'content':'Hel'}}]}",
                "{'id':'1','choices':[{'index':0,'delta':{'content':'lo'}}]}",
                "{'id':'1','choices':[{'index':0,'delta':{},'finish_reason':'stop'}]}",
                "{'id':'1','choices':[],'usage':{'prompt_tokens':1,'completion_tokens':2,'total_tokens':3}}");

        assertThat(Json.parse(completion().toJson())).isEqualTo(Json.parse("""
                {"id":"1","object":"chat.completion","created":5,"model":"m",
                 "choices":[{"index":0,"message":{"role":"assistant","content":"Hello"},"finish_reason":"stop"}],
                 "usage":{"prompt_tokens":1,"completion_tokens":2,"total_tokens":3},"system_fingerprint":"fp"}"""));
    }

    @Test
    void withEmptyIdsAndModelsNotReplacingKnownOnes() throws Exception {
        add("{'id':'','model':'','created':0,'choices':[],'prompt_filter_results':[{'prompt_index':0}]}",
                "{'id':'x','model':'m','created':7,'choices':[{'delta':{'content':'a'}}]}",
                "{'id':'','model':'','created':0,'choices':[{'delta':{'content':'b'},'finish_reason':'stop'}]}");

        assertThat(completion().id()).isEqualTo("x");
        assertThat(completion().model()).isEqualTo("m");
        assertThat(completion().text()).isEqualTo("ab");
        assertThat(completion().get("prompt_filter_results").size()).isEqualTo(1);
    }

    @Test
    void choiceByChoiceInAnyOrder() throws Exception {
        add("{'choices':[{'index':1,'delta':{'content':'B'}},{'index':0,'delta':{'content':'A'}}]}",
                "{'choices':[{'index':0,'delta':{'content':'a'}}]}", "{'choices':[{'index':1,'delta':{'content':'b'}}]}");

        assertThat(completion().texts()).containsExactly("Aa", "Bb");
    }

    @Test
    void withReasoningApartAndCountedOnce() throws Exception {
        add("{'choices':[{'delta':{'role':'assistant','content':null,'reasoning':'Th','reasoning_content':'Th'}}]}",
                "{'choices':[{'delta':{'content':null,'reasoning':'ink','reasoning_content':'ink'}}]}",
                "{'choices':[{'delta':{'content':'4'},'finish_reason':'stop'}]}");

        assertThat(completion().reasoningContent()).isEqualTo("Think");
        assertThat(completion().text()).isEqualTo("4");
    }

    @Test
    void withTheLastUsageThatIsNotNull() throws Exception {
        add("{'choices':[{'delta':{'content':'a'}}],'usage':{'completion_tokens':1}}",
                "{'choices':[{'delta':{'content':'b'}}],'usage':{'completion_tokens':2}}",
                "{'choices':[{'delta':{},'finish_reason':'stop'}],'usage':null}");

        assertThat(completion().usage().completionTokens()).isEqualTo(2);
    }

    @Test
    void withLogprobsAnnotationsAndRefusalsJoined() throws Exception {
        add("{'choices':[{'delta':{'content':'a','annotations':[{'n':1}]},'logprobs':{'content':[{'token':'a'}]}}]}",
                "{'choices':[{'delta':{'refusal':'I am ','annotations':[{'n':2}]},'logprobs':{'content':[{'token':'b'}]}}]}",
                "{'choices':[{'delta':{'refusal':'sorry'},'finish_reason':'stop','logprobs':null}]}");

        var choice = completion().copyOfTree().path("choices").path(0);
        assertThat(choice.path("logprobs").path("content").size()).isEqualTo(2);
        assertThat(choice.path("message").path("annotations").size()).isEqualTo(2);
        assertThat(choice.path("message").path("refusal").asText()).isEqualTo("I am sorry");
    }

    @Test
    void withTheFinishReasonInferredOnlyAtTheEnd() throws Exception {
        add("{'choices':[{'delta':{'content':'a'}}]}");

        assertThat(accumulator.finished()).isFalse();
        assertThat(accumulator.partial().finishReason()).isNull();
        assertThat(completion().finishReason()).isEqualTo("stop");

        add("{'choices':[{'delta':{'tool_calls':[{'index':0,'id':'c','function':{'name':'f','arguments':'{}'}}]}}]}");

        assertThat(completion().finishReason()).isEqualTo("tool_calls");
    }

    @Test
    void withTheLastFinishReasonThatSaysSomething() throws Exception {
        add("{'choices':[{'delta':{'content':'a'},'finish_reason':''}]}");
        assertThat(accumulator.finished()).isFalse();

        add("{'choices':[{'delta':{},'finish_reason':'length'}]}", "{'choices':[{'delta':{},'finish_reason':null}]}");

        assertThat(completion().finishReason()).isEqualTo("length");
    }

    @Test
    void withoutRoomForAbsurdChoiceNumbers() throws Exception {
        add("{'choices':[{'index':2000000000,'delta':{'content':'x'}},{'index':256,'delta':{'content':'y'}}]}",
                "{'choices':[{'delta':{'content':'a'},'finish_reason':'stop'}]}");

        assertThat(completion().texts()).containsExactly("a");
    }
}

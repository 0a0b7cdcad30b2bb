package io.github.llmchat.quirks;

import java.util.List;
import java.util.Map;

import io.github.llmchat.error.StreamTruncatedException;
import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.model.ToolCall;
import io.github.llmchat.testing.Script;
import org.apache.camel.Exchange;

import static io.github.llmchat.quirks.ChunkJson.calls;
import static io.github.llmchat.quirks.ChunkJson.choice;
import static io.github.llmchat.quirks.ChunkJson.delta;
import static io.github.llmchat.quirks.ChunkJson.finish;
import static io.github.llmchat.quirks.ChunkJson.json;
import static io.github.llmchat.quirks.ChunkJson.message;
import static io.github.llmchat.quirks.ChunkJson.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Why and when answers end. */
final class ChunkFinishQuirks {

    private static final String CALL
            = "'tool_calls':[{'index':0,'id':'c','type':'function','function':{'name':'f','arguments':'{}'}}]";
    private static final String HALF_CALL
            = "'tool_calls':[{'index':0,'id':'c','type':'function','function':{'name':'f','arguments':'{\\'city\\':\\'Par'}}]";

    private ChunkFinishQuirks() {
    }

    static List<Quirk> all() {
        return List.of(empty(), never(), stopWithToolCalls(), toolCallsCutShort(), withTheLastText(), repeated());
    }

    private static Quirk empty() {
        return Quirk.of(57, "finish_reason is an empty text in every chunk")
                .sees("`\"finish_reason\":\"\"` (Ollama, SGLang, GLM routes)")
                .handledBy("The same as null: it ends nothing.")
                .source("https://github.com/ollama/ollama/issues/4357", "https://github.com/sgl-project/sglang/issues/3912",
                        "https://github.com/adolfousier/opencrabs/pull/1499")
                .check(gateway -> {
                    String piece = choice("'delta':{'content':'a'},'finish_reason':''");
                    assertThat(gateway.streamed(piece, piece, finish("length")).finishReason()).isEqualTo("length");
                    assertThat(gateway.streamed(piece, finish("length"), piece).finishReason()).isEqualTo("length");
                    assertThat(gateway.chunks(piece, piece)).extracting(ChatChunk::finishReason)
                            .containsExactly(null, null, "stop");
                    assertThat(gateway.streamFails(Script.sse().event(piece).event(piece)))
                            .isInstanceOf(StreamTruncatedException.class)
                            .hasMessageContaining("neither a finish reason nor [DONE]");
                    assertThat(gateway.whole(message("{'content':'a'}", "")).finishReason()).isNull();
                });
    }

    private static Quirk never() {
        return Quirk.of(58, "finish_reason is never sent")
                .sees("text, usage, `[DONE]`; or a tool call and `[DONE]`")
                .handledBy("`[DONE]` says that the answer is whole: its finish reason is then `tool_calls` if there are tool "
                           + "calls, else `stop`. Without `[DONE]` the stream counts as cut.")
                .source("https://github.com/anomalyco/opencode/issues/43882",
                        "https://github.com/vllm-project/vllm/issues/27572")
                .check(gateway -> {
                    String usage = json("{'choices':[],'usage':{'total_tokens':3}}");
                    assertThat(gateway.streamed(text("a"), usage).finishReason()).isEqualTo("stop");
                    ChatCompletion called = gateway.streamed(text("a"), delta("{" + CALL + "}"));
                    assertThat(called.finishReason()).isEqualTo("tool_calls");
                    assertThat(calls(called)).isEqualTo("c f {}");
                    assertThat(gateway.chunks(text("a"), usage)).extracting(ChatChunk::finishReason)
                            .containsExactly(null, null, "stop");
                    assertThat(gateway.streamFails(Script.sse().event(text("a")).event(usage)))
                            .isInstanceOf(StreamTruncatedException.class);
                });
    }

    private static Quirk stopWithToolCalls() {
        return Quirk.of(59, "finish_reason stop although tools are called")
                .sees("tool calls, then `\"finish_reason\":\"stop\"` (LiteLLM, vLLM, Ollama; OpenAI itself for a named tool)")
                .handledBy("Whether there are tool calls is seen by the calls, not by the finish reason: the body is the list "
                           + "of calls. The finish reason stays as sent.")
                .source("https://github.com/BerriAI/litellm/issues/12862", "https://github.com/vllm-project/vllm/pull/25054",
                        "https://github.com/quarkiverse/quarkus-langchain4j/issues/1164")
                .check(gateway -> {
                    Script whole = Script.json(message("{'role':'assistant','content':null," + CALL + "}"));
                    Script stream = QuirkGateway.events(delta("{" + CALL + "}"), finish("stop"));
                    assertCallsAreTheBody(gateway.with("output=text"), whole);
                    assertCallsAreTheBody(gateway.with("output=text&streaming=true"), stream);
                });
    }

    private static void assertCallsAreTheBody(QuirkGateway gateway, Script script) {
        Exchange exchange = gateway.call(script, "Hello", Map.of());
        assertThat(exchange.getMessage().getBody()).isInstanceOf(List.class);
        assertThat(exchange.getMessage().getBody(List.class)).singleElement()
                .satisfies(call -> assertThat(((ToolCall) call).id()).isEqualTo("c"));
        assertThat(exchange.getMessage().getHeader("CamelLlmChatFinishReason")).isEqualTo("stop");
    }

    private static Quirk toolCallsCutShort() {
        return Quirk.of(60, "finish_reason tool_calls although the call was cut by max_tokens")
                .sees("the arguments are half a JSON text: `{\"city\":\"Par`")
                .handledBy("The arguments are handed over as they came, nothing is completed by guessing; they are checked "
                           + "where they are used.")
                .source("https://github.com/vllm-project/vllm/issues/53269")
                .check(gateway -> {
                    ChatCompletion streamed = gateway.streamed(delta("{" + HALF_CALL + "}"), finish("tool_calls"));
                    ChatCompletion whole = gateway.whole(message("{'content':null," + HALF_CALL + "}", "tool_calls"));
                    for (ChatCompletion completion : List.of(streamed, whole)) {
                        assertThat(calls(completion)).isEqualTo("c f {\"city\":\"Par");
                        assertThat(completion.finishReason()).isEqualTo("tool_calls");
                    }
                });
    }

    private static Quirk withTheLastText() {
        return Quirk.of(61, "the last text comes in the chunk with the finish_reason")
                .sees("`{\"delta\":{\"content\":\"!\"},\"finish_reason\":\"stop\"}`")
                .handledBy("The text counts, then the end.")
                .source("https://github.com/vllm-project/vllm/pull/36944", "https://github.com/linagora/openrag/pull/462")
                .check(gateway -> {
                    String[] stream = { text("Hi"), choice("'delta':{'content':'!'},'finish_reason':'stop'") };
                    ChatCompletion completion = gateway.streamed(stream);
                    assertThat(completion.text()).isEqualTo("Hi!");
                    assertThat(completion.finishReason()).isEqualTo("stop");
                    assertThat(gateway.chunks(stream)).extracting(ChatChunk::content, ChatChunk::finishReason)
                            .containsExactly(tuple("Hi", null),
                                    tuple("!", "stop"),
                                    tuple("", "stop"));
                });
    }

    private static Quirk repeated() {
        return Quirk.of(62, "finish_reason twice, or null after it")
                .sees("`stop`, then a chunk with usage and `choices[0].finish_reason` null or `stop` again (OpenRouter)")
                .handledBy("The stream goes on after the first finish reason, the last one that is not empty is the answer's, "
                           + "and there is one closing chunk.")
                .source("https://github.com/openai/openai-go")
                .check(gateway -> {
                    for (String again : List.of("null", "'stop'", "''")) {
                        String[] stream = {
                                text("a"), finish("stop"),
                                json("{'choices':[{'delta':{'content':'b'},'finish_reason':" + again + "}],"
                                     + "'usage':{'total_tokens':3}}") };
                        ChatCompletion completion = gateway.streamed(stream);
                        assertThat(completion.text()).isEqualTo("ab");
                        assertThat(completion.finishReason()).isEqualTo("stop");
                        assertThat(completion.usage().totalTokens()).isEqualTo(3);
                        assertThat(gateway.chunks(stream)).extracting(ChatChunk::last)
                                .containsExactly(false, false, false, true);
                    }
                    assertThat(gateway.streamed(text("a"), finish("stop"), finish("length")).finishReason())
                            .isEqualTo("length");
                });
    }
}

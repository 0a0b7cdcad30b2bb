package io.github.llmchat.quirks;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.model.ChatMessage;
import io.github.llmchat.model.ToolCall;
import io.github.llmchat.testing.Script;

import static io.github.llmchat.quirks.ChunkJson.assertMessage;
import static io.github.llmchat.quirks.ChunkJson.calls;
import static io.github.llmchat.quirks.ChunkJson.delta;
import static io.github.llmchat.quirks.ChunkJson.finish;
import static io.github.llmchat.quirks.ChunkJson.message;
import static io.github.llmchat.quirks.ChunkJson.toolCalls;
import static org.assertj.core.api.Assertions.assertThat;

/** Calls that are none, ids that are not unique, and what goes back to the model. */
final class ToolCallFormQuirks {

    private static final String GENERATED = "[A-Za-z0-9]{9}";

    private ToolCallFormQuirks() {
    }

    static List<Quirk> all() {
        return List.of(noCalls(), headerOnly(), sameIds(), contentOfCalls());
    }

    private static Quirk noCalls() {
        return Quirk.of(98, "tool_calls empty or null beside text")
                .sees("`\"tool_calls\":[]`, `\"tool_calls\":null`")
                .handledBy("No tool call: the text goes on at once, the body is the text.")
                .source("https://github.com/spring-projects/spring-ai/pull/6504",
                        "https://github.com/spring-projects/spring-ai/pull/6817")
                .check(gateway -> {
                    for (String none : List.of("[]", "null")) {
                        String a = delta("{'content':'a','tool_calls':" + none + "}");
                        ChatCompletion completion = gateway.streamed(a, a);
                        assertMessage(completion, "{'role':'assistant','content':'aa'}");
                        assertThat(completion.finishReason()).isEqualTo("stop");
                        assertThat(gateway.chunks(a).get(0).toolCallDeltas()).isEmpty();
                        assertThat(gateway.chunks(a).get(0).content()).isEqualTo("a");
                        Script whole = Script.json(message("{'content':'a','tool_calls':" + none + "}"));
                        assertThat(gateway.with("output=text").call(whole, "Hello", Map.of()).getMessage().getBody())
                                .isEqualTo("a");
                    }
                });
    }

    private static Quirk headerOnly() {
        return Quirk.of(99, "a first delta without function")
                .sees("`{\"index\":0,\"id\":\"call_x\",\"type\":\"function\"}`, `\"function\":null`")
                .handledBy("The call begins with its id; what it calls may come later.")
                .source("https://github.com/theopenco/llmgateway/pull/3706",
                        "https://github.com/endolith/open-interpreter/issues/254")
                .check(gateway -> {
                    for (String function : List.of("", ",'function':null", ",'function':{}")) {
                        assertThat(calls(gateway.streamed(
                                toolCalls("{'index':0,'id':'a','type':'function'" + function + "}"),
                                toolCalls("{'index':1,'id':'b','type':'function'" + function + "}"),
                                toolCalls("{'index':0,'function':{'name':'f','arguments':'{}'}}"),
                                toolCalls("{'index':1,'function':{'name':'g','arguments':'{ }'}}"), finish("tool_calls"))))
                                .isEqualTo("a f {} | b g { }");
                    }
                });
    }

    private static Quirk sameIds() {
        return Quirk.of(100, "one id for several calls, or none")
                .sees("`call_0` twice; an empty id throughout; a number as id")
                .handledBy("The first call keeps its id. One with the id of an earlier call, or without an id, gets a new one "
                           + "of nine letters and digits, which every server takes. A number is taken as text.")
                .source("https://github.com/AI-Shell-Team/aish/pull/200",
                        "https://github.com/archestra-ai/archestra/pull/866")
                .check(gateway -> {
                    for (String index : List.of("'index':1,", "")) {
                        assertIds(gateway.streamed(
                                toolCalls("{" + index.replace('1', '0') + "'id':'call_0','function':{'name':'f'}}"),
                                toolCalls("{" + index + "'id':'call_0','function':{'name':'g','arguments':'{'}}"),
                                toolCalls("{" + index + "'function':{'arguments':' }'}}"), finish("tool_calls")),
                                "call_0", GENERATED);
                    }
                    assertIds(gateway.streamed(
                            toolCalls("{'index':0,'id':'call_0','function':{'name':'f'}}"),
                            toolCalls("{'index':0,'id':'call_0','function':{'name':'g','arguments':'{'}}"),
                            toolCalls("{'index':0,'id':'call_0','function':{'arguments':' }'}}")), "call_0", GENERATED);
                    for (String none : List.of("'id':'',", "'id':null,", "")) {
                        String f = "{" + none + "'index':0,'function':{'name':'f','arguments':'{}'}}";
                        String g = "{" + none + "'index':1,'function':{'name':'g','arguments':'{ }'}}";
                        assertIds(gateway.streamed(toolCalls(f, g), finish("tool_calls")), GENERATED, GENERATED);
                        assertIds(gateway.whole(message("{'tool_calls':[" + f + "," + g + "]}")), GENERATED, GENERATED);
                    }
                    String f = "{'id':12,'index':0,'function':{'name':'f','arguments':'{}'}}";
                    String g = "{'id':'12','index':1,'function':{'name':'g','arguments':'{ }'}}";
                    assertIds(gateway.streamed(toolCalls(f, g), finish("tool_calls")), "12", GENERATED);
                    assertIds(gateway.whole(message("{'tool_calls':[" + f + "," + g + "]}")), "12", GENERATED);
                    assertThat(gateway.chunks(toolCalls(f)).get(0).toolCallDeltas().get(0).id()).isEqualTo("12");
                });
    }

    private static void assertIds(ChatCompletion completion, String first, String second) {
        List<ToolCall> calls = completion.toolCalls();
        assertThat(calls).extracting(call -> call.name() + " " + call.arguments()).containsExactly("f {}", "g { }");
        assertThat(calls.get(0).id()).matches(first);
        assertThat(calls.get(1).id()).matches(second).isNotEqualTo(calls.get(0).id());
        assertThat(calls).allSatisfy(call -> {
            assertThat(call.get("id").isTextual()).isTrue();
            assertThat(call.get("type").textValue()).isEqualTo("function");
        });
    }

    private static Quirk contentOfCalls() {
        return Quirk.of(101, "content of a message that only calls tools")
                .sees("in requests, null is refused by Ollama and LM Studio, an empty text by gateways to Bedrock, GLM and "
                      + "MiniMax")
                .handledBy("The message is sent as it is, with null if it came from a stream. `toolCallContent=empty` or "
                           + "`absent` sends the other forms.")
                .source("https://github.com/lmstudio-ai/lmstudio-bug-tracker/issues/261",
                        "https://github.com/vercel/ai/pull/14888", "https://github.com/earendil-works/pi/issues/3365",
                        "https://github.com/Portkey-AI/gateway/issues/995")
                .check(gateway -> {
                    String call = "{'index':0,'id':'a','type':'function','function':{'name':'f','arguments':'{}'}}";
                    for (String content : List.of("null", "''")) {
                        ChatMessage asked = gateway.streamed(delta("{'content':" + content + ",'tool_calls':[" + call + "]}"))
                                .message();
                        assertThat(sent(gateway, asked).get("content").isNull()).isTrue();
                        assertThat(sent(gateway.with("toolCallContent=asGiven"), asked).get("content").isNull()).isTrue();
                        assertThat(sent(gateway.with("toolCallContent=empty"), asked).get("content").textValue()).isEmpty();
                        assertThat(sent(gateway.with("toolCallContent=absent"), asked).has("content")).isFalse();
                    }
                    ChatMessage withText = gateway.streamed(delta("{'content':'t','tool_calls':[" + call + "]}")).message();
                    assertThat(sent(gateway.with("toolCallContent=empty"), withText).get("content").textValue()).isEqualTo("t");
                    assertThat(sent(gateway.with("toolCallContent=absent"), withText).get("content").textValue())
                            .isEqualTo("t");
                    ChatMessage empty = gateway.whole(message("{'content':'','tool_calls':[" + call + "]}")).message();
                    assertThat(sent(gateway, empty).get("content").textValue()).isEmpty();
                });
    }

    /** The message in the next request, between a question and the tool's result. */
    private static JsonNode sent(QuirkGateway gateway, ChatMessage message) {
        List<ChatMessage> conversation = List.of(ChatMessage.user("q"), message, ChatMessage.tool("a", "r"));
        JsonNode messages = gateway.sent(conversation, Map.of()).json().get("messages");
        assertThat(messages).hasSize(3);
        assertThat(messages.at("/1/tool_calls/0/id").textValue()).isEqualTo("a");
        return messages.get(1);
    }
}

package io.github.llmchat.scenario.result;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.model.ChatMessage;
import io.github.llmchat.model.ToolCall;
import io.github.llmchat.model.ToolCallDelta;
import io.github.llmchat.scenario.request.OneCallScenario;
import io.github.llmchat.testing.Script;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Custom tools take a free text in place of arguments. OpenAI streams their calls, though its specification has none.
 */
class CustomToolsAreCalledTest extends OneCallScenario {

    private static final String CALLS = """
            [{"id":"c1","type":"custom","custom":{"name":"sql","input":"select {\\n1"}},\
            {"id":"c2","type":"function","function":{"name":"time","arguments":"{}"}},\
            {"id":"c3","type":"custom","custom":{"name":"stop","input":"","x_sig":"s"},"x_cost":1}]""";
    private static final Script WHOLE = Script.json(
            "{\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":null,\"tool_calls\":" + CALLS
                                                    + "},\"finish_reason\":\"tool_calls\"}]}");
    private static final Script STREAMED = stream(
            "{'index':0,'id':'c1','type':'custom','custom':{'name':'sql','input':''}}",
            "{'index':0,'custom':{'input':'select '}}", "{'index':0,'custom':{'input':'{\\n'}}",
            "{'index':1,'id':'c2','type':'function','function':{'name':'time','arguments':''}}",
            "{'index':0,'type':null,'function':null,'custom':{'name':null,'input':'1'}}",
            "{'index':2,'id':'c3','custom':{'name':'stop','x_sig':'s'},'x_cost':1}");

    private static Script stream(String... pieces) {
        var script = Script.sse();
        for (String piece : pieces) {
            script = script.delta(0, "{\"tool_calls\":[" + piece.replace('\'', '"') + "]}");
        }
        return script.finish("tool_calls").done();
    }

    static List<Arguments> answers() {
        return List.of(arguments("whole", WHOLE, "streaming=false"), arguments("streamed", STREAMED, "streaming=true"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void theListOfCallsHasThem(String name, Script answer, String streaming) {
        gateway.willAnswer(answer);

        Exchange exchange = call(uri("gpt-5", streaming, "output=text"), "hi");

        assertThat(exchange.getMessage().getBody()).asInstanceOf(list(ToolCall.class))
                .extracting(call -> call.type() + " " + call.name() + " " + call.arguments())
                .containsExactly("custom sql select {\n1", "function time {}", "custom stop ");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void theirMessageGoesBackAsItCame(String name, Script answer, String streaming) {
        gateway.willAnswer(answer);
        ChatMessage message = call(uri("gpt-5", streaming, "output=message"), "hi").getMessage().getBody(ChatMessage.class);

        call(uri("gpt-5"), List.of(ChatMessage.user("hi"), message, ChatMessage.tool("c1", "1 row")));

        assertThat(gateway.requests().get(1).json().at("/messages/1/tool_calls")).hasToString(CALLS);
    }

    @Test
    void chunksHaveTheirPieces() throws Exception {
        List<ToolCallDelta> pieces = new CopyOnWriteArrayList<>();
        RouteBuilder.addRoutes(context, routes -> {
            routes.from("direct:call").to(uri("gpt-5", "chunksTo=direct:chunk"));
            routes.from("direct:chunk")
                    .process(exchange -> pieces.addAll(exchange.getMessage().getBody(ChatChunk.class).toolCallDeltas()));
        });
        gateway.willAnswer(STREAMED);

        template.requestBody("direct:call", "hi");

        assertThat(pieces).extracting(piece -> piece.index() + " " + piece.name() + " " + piece.arguments())
                .containsExactly("0 sql null", "0 null select ", "0 null {\n", "1 time null", "0 null 1", "2 stop null");
    }
}

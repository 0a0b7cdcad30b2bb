package io.github.llmchat.stream;

import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.llmchat.model.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Servers number, repeat and leave out what they like; the calls come out right all the same. */
class ToolCallDeltasTest {

    static Stream<Arguments> streams() {
        return Stream.of(
                arguments("as OpenAI sends them", List.of(
                        "{'index':0,'id':'a','type':'function','function':{'name':'f','arguments':''}}",
                        "{'index':0,'function':{'arguments':'{\\\"x\\\":'}}", "{'index':0,'function':{'arguments':'1}'}}",
                        "{'index':1,'id':'b','type':'function','function':{'name':'g','arguments':'{}'}}"),
                        "a f {\"x\":1} | b g {}"),
                arguments("without index, told apart by id", List.of(
                        "{'id':'a','function':{'name':'f','arguments':'{\\\"x\\\":1}'}}",
                        "{'id':'b','function':{'name':'g','arguments':'{}'}}"), "a f {\"x\":1} | b g {}"),
                arguments("negative index, pieces without id", List.of(
                        "{'index':-1,'id':'a','function':{'name':'f','arguments':'{'}}",
                        "{'index':-1,'function':{'arguments':'}'}}"), "a f {}"),
                arguments("always index 0 for parallel calls", List.of(
                        "{'index':0,'id':'a','function':{'name':'f','arguments':'{}'}}",
                        "{'index':0,'id':'b','function':{'name':'g','arguments':'{}'}}"), "a f {} | b g {}"),
                arguments("sparse index", List.of(
                        "{'index':7,'id':'a','function':{'name':'f','arguments':'{}'}}",
                        "{'index':3,'id':'b','function':{'name':'g','arguments':'{}'}}"), "a f {} | b g {}"),
                arguments("id, type and name repeated with each piece", List.of(
                        "{'index':0,'id':'a','type':'function','function':{'name':'f','arguments':'{'}}",
                        "{'index':0,'id':'a','type':'function','function':{'name':'f','arguments':'}'}}"), "a f {}"),
                arguments("another id for the same call, without a name", List.of(
                        "{'index':0,'id':'a','function':{'name':'f','arguments':'{'}}",
                        "{'index':0,'id':'z','function':{'arguments':'}'}}"), "a f {}"),
                arguments("empty id and name later", List.of(
                        "{'index':0,'id':'a','function':{'name':'f','arguments':'{'}}",
                        "{'index':0,'id':'','function':{'name':'','arguments':'}'}}"), "a f {}"),
                arguments("the name comes late", List.of(
                        "{'index':0,'id':'a','function':{'arguments':''}}",
                        "{'index':0,'function':{'name':'f','arguments':'{}'}}"), "a f {}"),
                arguments("arguments as an object", List.of(
                        "{'index':0,'id':'a','function':{'name':'f','arguments':{'city':'Paris'}}}"),
                        "a f {\"city\":\"Paris\"}"),
                arguments("arguments null, or none", List.of(
                        "{'index':0,'id':'a','function':{'name':'f','arguments':null}}",
                        "{'index':1,'id':'b','function':{'name':'g'}}"),
                        "a f {} | b g {}"),
                arguments("an empty delta at the end is no call", List.of(
                        "{'index':0,'id':'a','function':{'name':'f','arguments':'{}'}}",
                        "{'index':99,'id':'','type':'function','function':{'arguments':null}}"), "a f {}"),
                arguments("a header without function", List.of(
                        "{'index':0,'id':'a','type':'function'}", "{'index':0,'function':{'name':'f','arguments':'{}'}}"),
                        "a f {}"),
                arguments("a number as id", List.of("{'index':0,'id':12,'function':{'name':'f','arguments':'{}'}}"),
                        "12 f {}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("streams")
    void assembleToTheRightCalls(String name, List<String> deltas, String expected) throws Exception {
        ToolCallAccumulator calls = new ToolCallAccumulator();
        for (String delta : deltas) {
            calls.add(Json.parse(delta.replace('\'', '"')));
        }

        StringBuilder assembled = new StringBuilder();
        for (JsonNode call : calls.toTree()) {
            assembled.append(assembled.isEmpty() ? "" : " | ").append(call.path("id").asText()).append(' ')
                    .append(call.path("function").path("name").asText()).append(' ')
                    .append(call.path("function").path("arguments").asText());
            assertThat(call.path("type").asText()).isEqualTo("function");
        }
        assertThat(assembled).hasToString(expected);
    }

    @ParameterizedTest
    @MethodSource("streams")
    void keepWhatTheServerAddedToACall(String name, List<String> deltas, String expected) throws Exception {
        ToolCallAccumulator calls = new ToolCallAccumulator();
        for (String delta : deltas) {
            calls.add(Json.parse(delta.replace('\'', '"').replaceFirst("\\{", "{\"extra_content\":{\"signature\":\"s\"},")));
        }

        assertThat(calls.toTree().path(0).path("extra_content").path("signature").asText()).isEqualTo("s");
    }
}

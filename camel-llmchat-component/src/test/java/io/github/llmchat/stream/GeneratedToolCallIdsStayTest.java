package io.github.llmchat.stream;

import java.util.HashSet;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.llmchat.model.Json;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GeneratedToolCallIdsStayTest {

    private final ToolCallAccumulator calls = new ToolCallAccumulator();

    private void add(String delta) throws Exception {
        calls.add(Json.parse(delta.replace('\'', '"')));
    }

    @Test
    void inAPartialAnswerAndTheWholeOne() throws Exception {
        add("{'index':0,'function':{'name':'f'}}");
        add("{'index':1,'id':'a','function':{'name':'f'}}");
        add("{'index':2,'id':'a','function':{'name':'f'}}");
        ArrayNode partial = calls.toTree();
        add("{'index':2,'function':{'arguments':'{}'}}");

        assertThat(calls.toTree()).isEqualTo(partial);
        assertThat(partial).extracting(call -> call.get("id").textValue()).doesNotHaveDuplicates().contains("a");
    }

    @Test
    void untilTheServerSendsOne() throws Exception {
        add("{'index':0,'function':{'name':'f'}}");
        JsonNode generated = calls.toTree().path(0).path("id");
        add("{'index':0,'id':'late'}");

        assertThat(generated.textValue()).isNotEqualTo("late");
        assertThat(calls.toTree().path(0).path("id").textValue()).isEqualTo("late");
    }

    @Test
    void apartFromEachOther() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            ids.add(ToolCallIds.generate());
        }

        assertThat(ids).hasSize(1000).allMatch(id -> id.matches("[A-Za-z0-9]{9}"));
    }
}

package io.github.llmchat.model;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ChatMessageTest {

    @Test
    void factoriesMakeTheRoles() {
        assertThat(ChatMessage.system("a").toJson()).isEqualTo("{\"role\":\"system\",\"content\":\"a\"}");
        assertThat(ChatMessage.developer("a").role()).isEqualTo("developer");
        assertThat(ChatMessage.user("a").role()).isEqualTo("user");
        assertThat(ChatMessage.assistant("a").role()).isEqualTo("assistant");
        assertThat(ChatMessage.tool("call_1", "a").toJson())
                .isEqualTo("{\"role\":\"tool\",\"tool_call_id\":\"call_1\",\"content\":\"a\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{'role':'user'}                                                                                        | ``",
            "{'role':'user','content':null}                                                                         | ``",
            "{'role':'user','content':'null'}                                                                       | null",
            "{'role':'user','content':[{'type':'text','text':'a'},{'type':'image_url'},{'type':'text','text':'b'}]} | ab",
            "{'role':'assistant','content':[{'type':'thinking','thinking':'t'},{'type':'text','text':'b'}]}         | b" })
    void contentIsTheText(String json, String text) {
        assertThat(message(json).content()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{'role':'assistant','content':'a'}                                                        |",
            "{'role':'assistant','reasoning_content':'','reasoning':null}                              |",
            "{'role':'assistant','reasoning_content':'a'}                                              | a",
            "{'role':'assistant','reasoning':'b'}                                                      | b",
            "{'role':'assistant','reasoning':'b','reasoning_content':'a'}                              | a",
            "{'role':'assistant','reasoning':'b','reasoning_details':[{'text':'b'}]}                   | b",
            "{'role':'assistant','reasoning_details':[{'text':'b'},{'summary':'c'},{'data':'x'}]}      | bc",
            "{'role':'assistant','content':[{'type':'thinking','thinking':[{'text':'b'},{'text':'c'}]}]} | bc" })
    void reasoningIsFoundUnderAnyOfItsNames(String json, String reasoning) {
        assertThat(message(json).reasoningContent()).isEqualTo(reasoning);
    }

    @Test
    void emptyOptionalFieldsAreNull() {
        ChatMessage empty = message("{'role':'assistant','refusal':'','name':null,'tool_call_id':''}");

        assertThat(empty.refusal()).isNull();
        assertThat(empty.name()).isNull();
        assertThat(empty.toolCallId()).isNull();
        assertThat(empty.toolCalls()).isEmpty();
    }

    @Test
    void optionalFieldsAreRead() {
        ChatMessage full = message("{'role':'tool','refusal':'no','name':'ann','tool_call_id':17}");

        assertThat(full.refusal()).isEqualTo("no");
        assertThat(full.name()).isEqualTo("ann");
        assertThat(full.toolCallId()).isEqualTo("17");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{'function':{'name':'f','arguments':'{\\'a\\':1}'}} | {'a':1}",
            "{'function':{'name':'f','arguments':{'a':1.50}}}    | {'a':1.50}",
            "{'function':{'name':'f','arguments':null}}          | {}",
            "{'function':{'name':'f','arguments':' '}}           | {}",
            "{'function':{'name':'f'}}                           | {}",
            "{}                                                  | {}" })
    void argumentsOfAToolCallAreJsonText(String call, String arguments) {
        ToolCall toolCall = message("{'role':'assistant','tool_calls':[" + call + "]}").toolCalls().get(0);

        assertThat(toolCall.arguments()).isEqualTo(arguments.replace('\'', '"'));
    }

    @Test
    void toolCallIsRead() {
        ChatMessage message = message("{'role':'assistant','tool_calls':[null,{'id':7,'type':'','function':{'name':'f'}}]}");
        List<ToolCall> calls = message.toolCalls();

        assertThat(calls).hasSize(1);
        assertThat(calls.get(0).id()).isEqualTo("7");
        assertThat(calls.get(0).type()).isEqualTo("function");
        assertThat(calls.get(0).name()).isEqualTo("f");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "[]            | A message must be a JSON object, but is array",
            "`\"text\"`    | A message must be a JSON object, but is string",
            "{}            | A message must have a role",
            "{'role':''}   | A message must have a role",
            "{'role':null} | A message must have a role",
            "{'role'       | A message is not JSON" })
    void whatIsNoMessageIsRefused(String json, String reason) {
        assertThatThrownBy(() -> message(json)).isInstanceOf(IllegalArgumentException.class).hasMessage(reason);
    }

    @Test
    void nullIsRefused() {
        assertThatThrownBy(() -> ChatMessage.fromTree(null)).hasMessage("A message must be a JSON object, but is null");
    }

    private static ChatMessage message(String json) {
        return ChatMessage.fromJson(json.replace("\\'", "\\\"").replace('\'', '"'));
    }
}

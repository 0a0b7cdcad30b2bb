package io.github.llmchat.model;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ApiErrorTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", value = {
            "{'error':{'message':'m','type':'t','param':'p','code':'c'}}                            | m | t | c | p",
            "{'error':{'message':'m','type':null,'param':null,'code':429}}                          | m | - | 429 | -",
            "{'error':{'message':'m','code':'1302','param':7}}                                      | m | - | 1302 | 7",
            "{'error':{'message':'m'},'message':'m'}                                                | m | - | - | -",
            "{'error':'m'}                                                                          | m | - | - | -",
            "{'error':'m','error_type':'t'}                                                         | m | t | - | -",
            "{'status':429,'error':'m','message':'wait'}                                            | m: wait | - | 429 | -",
            "{'error':'m','message':'m'}                                                            | m | - | - | -",
            "{'error':[{'message':'m','type':'t'}]}                                                 | m | t | - | -",
            "{'error':{'message':{'detail':[{'loc':['body','n'],'msg':'m','input':'x'}]},'code':1}} | body.n: m | - | 1 | -",
            "{'error':{'code':'c'},'message':'m'}                                                   | m | - | c | -",
            "{'error':{'code':'c'}}                                                                 | {'code':'c'} | - | c | -",
            "{'error':400}                                                                          | 400 | - | - | -",
            "{'object':'error','message':'m','type':'t','param':null,'code':400}                    | m | t | 400 | -",
            "{'object':'error','message':{'detail':[{'loc':['a',0],'msg':'m'},{'msg':'o'}]}}        | a.0: m; o | - | - | -",
            "{'object':'error'} | {'object':'error'} | - | - | -",
            "{'detail':[{'type':'extra_forbidden','loc':['body','store'],'msg':'m'}]} | body.store: m | - | - | -",
            "{'detail':'Not Found'}                                                                 | Not Found | - | - | -",
            "{'type':'about:blank','title':'T','status':401,'detail':'m'} | m | about:blank | 401 | -",
            "[{'error':{'code':400,'message':'m','status':'INVALID_ARGUMENT'}}] | m | INVALID_ARGUMENT | 400 | -",
            "{'choices':null,'base_resp':{'status_code':1008,'status_msg':'m'}}                     | m | - | 1008 | -",
            "{'type':'error','error':{'type':'t','message':'m','http_code':'400'}}                  | m | t | 400 | -",
            "{'success':false,'error':{'message':'m'}}                                              | m | - | - | -",
            "{'success':false,'message':'m','code':3}                                               | m | - | 3 | -",
            "{'msg':'m','code':500}                                                                 | m | - | 500 | -",
            "{'err':'m'}                                                                            | m | - | - | -",
            "{'error_msg':'m','error_code':17}                                                      | m | - | 17 | -",
            "{'errors':[{'code':10000,'message':'m'}],'messages':[]}                                | m | - | - | -",
            "{'header':{'code':10,'message':'m'}}                                                   | m | - | - | -",
            "{'response':{'error':{'message':'m'}}}                                                 | m | - | - | -" })
    void formsOfErrorsAreRead(String json, String message, String type, String code, String param) throws Exception {
        ApiError error = ApiError.fromTree(Json.parse(json.replace('\'', '"')));

        assertThat(error).isNotNull();
        assertThat(error.message()).isEqualTo(message.replace('\'', '"'));
        assertThat(error.type()).isEqualTo(type);
        assertThat(error.code()).isEqualTo(code);
        assertThat(error.param()).isEqualTo(param);
        assertThat(ApiError.fromBody(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)))
                .usingRecursiveComparison().isEqualTo(error);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{}", "[]", "7", "null", "'text'", "{'error':null}", "{'error':''}", "{'error':false,'choices':[]}", "{'err':0}",
            "{'choices':[],'message':'hello'}", "{'object':'list','data':[],'message':'ok'}",
            "{'choices':[{'message':{'content':'a'}}]}", "{'message':{'role':'assistant','content':'a'},'done':false}",
            "{'response':'a','done':false}", "{'usage':{'total_tokens':1}}",
            "{'base_resp':{'status_code':0,'status_msg':'ok'}}",
            "{'choices':[{'delta':{}}],'base_resp':{'status_code':0}}" })
    void whatIsNoErrorIsNone(String json) throws Exception {
        assertThat(ApiError.fromTree(Json.parse(json.replace('\'', '"')))).isNull();
    }

    @Test
    void nullIsNoError() {
        assertThat(ApiError.fromTree(null)).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "Number of choices must be greater than 0. | Number of choices must be greater than 0.",
            "<html><head><title>502 Bad Gateway</title><style>p{}</style></head></html> | 502 Bad Gateway",
            "<!DOCTYPE html><!-- a > b --><script>if (a<b) {}</script><h1>Oops</h1>   | Oops",
            "a < b > c                                                                | a < b > c",
            "data: {'error':{'message':'m'}}                                          | m",
            "data: Too many                                                           | Too many",
            "{'error':{'message':'m'                                                  | {'error':{'message':'m'",
            "{'what':'ever'}                                                          | {'what':'ever'}",
            "'just words'                                                             | just words",
            "[]                                                                       | []",
            "<br/>                                                                    | (no message)",
            "``                                                                       | (no message)" })
    void whatIsNoErrorObjectIsCutToAShortText(String body, String message) {
        ApiError error = ApiError.fromBody(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));

        assertThat(error.message()).isEqualTo(message.replace('\'', '"'));
    }

    @Test
    void errorEventIsReadFromItsData() {
        byte[] body = "event: error\r\ndata: {\"error\":{\"message\":\"m\"}}\r\n\r\n".getBytes(StandardCharsets.UTF_8);

        assertThat(ApiError.fromBody(body).message()).isEqualTo("m");
    }

    @Test
    void longTextsAreCutToOneShortLine() {
        String text = "line\n\t".repeat(100) + "\u0000";

        assertThat(ApiError.fromBody(text.getBytes(StandardCharsets.UTF_8)).message())
                .hasSize(200).startsWith("line line line").endsWith("…");
    }

    @Test
    void cuttingPartsNoCharacter() {
        String text = "x".repeat(198) + "\ud83d\ude00" + "y".repeat(9);

        assertThat(ApiError.fromBody(text.getBytes(StandardCharsets.UTF_8)).message()).isEqualTo("x".repeat(198) + "…");
    }

    @Test
    void longMessagesAreCut() {
        String body = "{\"error\":{\"message\":\"" + "x".repeat(5000) + "\"}}";

        assertThat(ApiError.fromBody(body.getBytes(StandardCharsets.UTF_8)).message()).hasSize(1000);
    }

    @Test
    void missingBodyHasNoMessage() {
        assertThat(ApiError.fromBody(null).message()).isEqualTo("(no message)");
    }
}

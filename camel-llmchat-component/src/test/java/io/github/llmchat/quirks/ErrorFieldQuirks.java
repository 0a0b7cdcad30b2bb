package io.github.llmchat.quirks;

import java.util.List;

import io.github.llmchat.error.ChatException;
import io.github.llmchat.error.ServerException;
import io.github.llmchat.error.StreamErrorException;
import io.github.llmchat.testing.Script;

import static org.assertj.core.api.Assertions.assertThat;

/** Where in the document the words and the code are: Q44 to Q46. */
final class ErrorFieldQuirks {

    private ErrorFieldQuirks() {
    }

    static List<Quirk> all() {
        return List.of(baseResp(), otherKeys(), codes());
    }

    private static Quirk baseResp() {
        return Quirk.of(44, "a vendor's own envelope with status 200")
                .sees("`{\"choices\":null,\"base_resp\":{\"status_code\":1008,\"status_msg\":\"insufficient balance\"}}` "
                      + "(MiniMax)")
                .handledBy("A `status_code` other than 0 fails the call; it becomes the exception's `code()`, not its HTTP "
                           + "status. A plain answer without `choices` is a failure in any case.")
                .source("https://github.com/CherryHQ/cherry-studio/issues/11287",
                        "https://github.com/edenai/edenai-apis/pull/360",
                        "https://github.com/adrianlyjak/obsidian-aloud-tts/pull/114")
                .check(gateway -> {
                    String end = "\"usage\":{\"total_tokens\":0},\"base_resp\":{\"status_code\":1008,"
                                 + "\"status_msg\":\"insufficient balance\"}}";
                    for (String choices : List.of("\"choices\":null,", "", "\"choices\":[],")) {
                        ErrorSample sample
                                = ErrorSample.of("{\"id\":\"a\"," + choices + end, "insufficient balance", null, "1008");
                        sample.assertEverywhere(gateway);
                        sample.assertAsEvent(gateway, "");
                        assertThat(gateway.wholeFails(sample.json()).httpStatus()).isEqualTo(200);
                    }
                    ErrorSample.of("{\"base_resp\":{\"status_code\":\"2013\"}}", "{\"status_code\":\"2013\"}", null, "2013")
                            .assertAsEvent(gateway, "");
                    for (String fine : List.of("{\"status_code\":0,\"status_msg\":\"\"}", "{\"status_code\":\"0\"}", "{}",
                            "null", "\"ok\"", "[{}]")) {
                        String field = "{\"base_resp\":" + fine + ",";
                        Samples.assertText("Hello", gateway.whole(Samples.HELLO.replaceFirst("\\{", field)));
                        Samples.assertText("Hello", gateway.streamed(Samples.text("Hello").replaceFirst("\\{", field),
                                Samples.STOP.replaceFirst("\\{", field)));
                    }
                    assertThat(gateway.wholeFails("{\"id\":\"a\",\"choices\":null}")).isInstanceOf(ServerException.class)
                            .hasMessage("The gateway answered with status 2xx, but not with a chat completion: the JSON has no "
                                        + "choices");
                });
    }

    private static Quirk otherKeys() {
        return Quirk.of(45, "an error's words under other names")
                .sees("`msg`, `err`, `error_msg`, `header.message`, `response.error.message`, `{\"success\":false,\"error\":…}`, "
                      + "`\"http_code\":\"400\"`, the request's id at the end of the message")
                .handledBy(
                        "All of these names are tried; if none is there, the message is the beginning of the body. Between the "
                           + "chunks of a stream such a document fails the call at once if it has a code, a type or a name that "
                           + "only errors have; if it has a message alone, which may be news of the progress, it fails the call "
                           + "unless the answer gets its finish reason.")
                .source("https://github.com/songquanpeng/one-api/blob/main/relay/controller/error.go",
                        "https://github.com/ResearAI/DeepScientist/issues/48",
                        "https://github.com/CommandCodeAI/command-code/issues/785")
                .check(gateway -> {
                    for (String name : List.of("message", "msg", "error_msg", "error_message", "err_msg", "err", "detail",
                            "status_msg", "title", "errors")) {
                        ErrorSample.of("{\"" + name + "\":\"No luck\"}", "No luck").assertEverywhere(gateway);
                    }
                    ErrorSample.of("{\"header\":{\"message\":\"No luck\"}}", "No luck").assertEverywhere(gateway);
                    ErrorSample.of("{\"response\":{\"error\":{\"message\":\"No luck\"}}}", "No luck").assertEverywhere(gateway);
                    ErrorSample.of("{\"success\":false,\"error\":{\"message\":\"No luck\",\"http_code\":\"400\"}}", "No luck",
                            null, "400").assertEverywhere(gateway);
                    assertBetweenChunks(gateway);
                    ErrorSample.of("{\"error\":{\"code\":\"x\"},\"message\":\"No luck\"}", "No luck", null, "x")
                            .assertEverywhere(gateway);
                    ErrorSample.of("{\"error\":{\"message\":\"No luck (request id: 2024-1)\",\"error_type\":\"t\","
                                   + "\"error_code\":9}}",
                            "No luck (request id: 2024-1)", "t", "9").assertEverywhere(gateway);
                    ErrorSample.of("{\"error\":{\"foo\":\"bar\"}}", "{\"foo\":\"bar\"}").assertEverywhere(gateway);
                    ErrorSample.of("{\"error\":true,\"message\":\"No luck\"}", "true").assertAsEvent(gateway, "");
                    ErrorSample.of("{\"foo\":\"bar\"}", "{\"foo\":\"bar\"}").assertWhereErrorsMustBe(gateway);
                    assertThat(gateway.wholeFails(Script.status(500)).getMessage())
                            .isEqualTo("The gateway answered 500: no explanation");
                });
    }

    /**
     * Without its envelope an error is told from news of the answer's progress by its fields, or by the answer's end.
     */
    private static void assertBetweenChunks(QuirkGateway gateway) {
        for (String name : List.of("err", "err_msg", "error_msg", "error_message")) {
            ErrorSample.of("{\"" + name + "\":\"No luck\"}", "No luck").assertAsEvent(gateway, "");
        }
        ErrorSample.of("{\"msg\":\"No luck\",\"code\":500}", "No luck", null, "500").assertAsEvent(gateway, "");
        ErrorSample.of("{\"detail\":\"No luck\",\"status\":400}", "No luck", null, "400").assertAsEvent(gateway, "");
        ErrorSample.of("{\"message\":\"No luck\",\"error_code\":\"x\"}", "No luck", null, "x").assertAsEvent(gateway, "");
        ErrorSample.of("{\"message\":\"No luck\",\"type\":\"ServerError\"}", "No luck", "ServerError", null)
                .assertAsEvent(gateway, "");
        ErrorSample.of("{\"message\":\"No luck\",\"error_type\":\"my_error\"}", "No luck", "my_error", null)
                .assertAsEvent(gateway, "");
        ErrorSample.of("{\"success\":false,\"message\":\"No luck\"}", "No luck").assertAsEvent(gateway, "");
        ErrorSample.of("{\"header\":{\"code\":10013,\"message\":\"No luck\"}}", "No luck").assertAsEvent(gateway, "");
        ErrorSample.of("{\"response\":{\"error\":{\"message\":\"No luck\"}}}", "No luck").assertAsEvent(gateway, "");
        for (String words : List.of("{\"message\":\"Soon\"}", "{\"detail\":[{\"msg\":\"Soon\"}],\"status\":202}",
                "{\"header\":{\"code\":0,\"message\":\"Soon\"}}", "{\"msg\":\"Soon\",\"type\":\"status\",\"success\":true}",
                "{\"message\":\"Soon\",\"code\":\"OK\",\"http_code\":200,\"status\":399}")) {
            Samples.assertText("Hello", gateway.streamed(words, Samples.text("Hel"), words, Samples.text("lo"), Samples.STOP));
            ChatException failure = gateway.streamFails(Samples.text("Half"), words, "{\"type\":\"ping\"}");
            assertThat(failure).isExactlyInstanceOf(StreamErrorException.class)
                    .hasMessage("The gateway reported an error inside the stream: Soon");
            assertThat(failure.partialCompletion().text()).isEqualTo("Half");
            assertThat(gateway.streamFails(words)).hasMessage(failure.getMessage());
            assertThat(gateway.streamFails(Script.sse().event(Samples.text("Half")).raw("data: " + words)))
                    .hasMessage(failure.getMessage());
        }
    }

    private static Quirk codes() {
        return Quirk.of(46, "a code that is a number, a string or null")
                .sees("`\"code\":429`, `\"code\":\"1302\"`, `\"code\":null`, `\"param\":3`")
                .handledBy("`code()` and `param()` are the text of what was sent; null and \"\" are null.")
                .source("https://openrouter.ai/docs/api/errors",
                        "https://github.com/QuantumNous/new-api/blob/main/types/error.go")
                .check(gateway -> {
                    assertCode(gateway, "429", "429");
                    assertCode(gateway, "\"1302\"", "1302");
                    assertCode(gateway, "\"rate_limit\"", "rate_limit");
                    assertCode(gateway, "12345678901234567890", "12345678901234567890");
                    assertCode(gateway, "null", null);
                    assertCode(gateway, "\"\"", null);
                    assertCode(gateway, "{\"a\":1}", null);
                    assertCode(gateway, "true", null);
                });
    }

    private static void assertCode(QuirkGateway gateway, String json, String expected) {
        String error = "{\"error\":{\"message\":\"No\",\"type\":\"t\",\"code\":" + json + ",\"param\":" + json + "}}";
        new ErrorSample(error, "No", "t", expected, expected).assertEverywhere(gateway);
        ChatException flat = gateway.streamFails(Samples.text("Half"), "{\"object\":\"error\",\"message\":\"No\",\"code\":"
                                                                       + json + "}");
        assertThat(flat.code()).isEqualTo(expected);
    }
}

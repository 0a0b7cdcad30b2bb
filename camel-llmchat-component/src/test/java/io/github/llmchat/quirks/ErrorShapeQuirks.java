package io.github.llmchat.quirks;

import java.util.List;

/** What the error's document looks like: Q40 to Q43. */
final class ErrorShapeQuirks {

    private ErrorShapeQuirks() {
    }

    static List<Quirk> all() {
        return List.of(string(), flat(), details(), array());
    }

    private static Quirk string() {
        return Quirk.of(40, "an error that is a string")
                .sees("`{\"error\":\"model \\\"x\\\" not found, try pulling it first\"}`, "
                      + "`{\"error\":\"Input validation error…\",\"error_type\":\"validation\"}`")
                .handledBy("The string is the message; type and code are looked for beside it.")
                .source("https://github.com/open-webui/open-webui/issues/11906",
                        "https://github.com/huggingface/text-generation-inference/issues/1896")
                .check(gateway -> {
                    ErrorSample ollama = ErrorSample.of("{\"error\":\"model \\\"x\\\" not found\"}", "model \"x\" not found");
                    ollama.assertEverywhere(gateway);
                    ollama.assertAsEvent(gateway, "");
                    ErrorSample tgi = ErrorSample.of(
                            "{\"error\":\" Input validation error: `stop`\\n\",\"error_type\":\"validation\"}",
                            "Input validation error: `stop`", "validation", null);
                    tgi.assertEverywhere(gateway);
                    tgi.assertAsEvent(gateway, "");
                    ErrorSample.of("{\"error\":\"Bad Request\",\"message\":\"top_k is too large\",\"status\":400}",
                            "Bad Request: top_k is too large", null, "400").assertEverywhere(gateway);
                });
    }

    private static Quirk flat() {
        return Quirk.of(41, "an error without its envelope")
                .sees("`{\"object\":\"error\",\"message\":\"…\",\"type\":\"BadRequestError\",\"param\":null,\"code\":400}` "
                      + "(vLLM before 0.10.1)")
                .handledBy(
                        "Message, type, code and param are read from the document itself, if it says `\"object\":\"error\"`, "
                           + "if the status is not 2xx, or if it has a message and no `choices`.")
                .source("https://github.com/vllm-project/vllm/issues/12886",
                        "https://github.com/foundation-model-stack/fms-guardrails-orchestrator/issues/511")
                .check(gateway -> {
                    ErrorSample vllm = new ErrorSample(
                            "{\"object\":\"error\",\"message\":\"Too long\",\"type\":\"BadRequestError\","
                                                       + "\"param\":\"messages\",\"code\":400}",
                            "Too long", "BadRequestError", "400", "messages");
                    vllm.assertEverywhere(gateway);
                    vllm.assertAsEvent(gateway, "");
                    new ErrorSample(
                            "{\"message\":\"Too long\",\"type\":\"t\",\"param\":\"p\",\"code\":\"c\"}",
                            "Too long", "t", "c", "p").assertEverywhere(gateway);
                    ErrorSample silent = ErrorSample.of("{\"object\":\"error\",\"code\":400}",
                            "{\"object\":\"error\",\"code\":400}", null, "400");
                    silent.assertEverywhere(gateway);
                    silent.assertAsEvent(gateway, "");
                });
    }

    private static Quirk details() {
        return Quirk.of(42, "validation errors as a list")
                .sees("`{\"detail\":[{\"type\":\"extra_forbidden\",\"loc\":[\"body\",\"store\"],\"msg\":\"…\"}]}`, also as the "
                      + "`message` of an error")
                .handledBy("The message names each field and what is wrong with it: `body.store: …; body.n: …`.")
                .source("https://github.com/editor-code-assistant/eca/issues/231",
                        "https://github.com/Gitlawb/openclaude/issues/739",
                        "https://github.com/OpenWhispr/openwhispr/pull/1213")
                .check(gateway -> {
                    String list = "[{\"type\":\"extra_forbidden\",\"loc\":[\"body\",\"store\"],\"msg\":\"Not permitted\"},"
                                  + "{\"type\":\"int_type\",\"loc\":[\"body\",\"messages\",0],\"msg\":\"Not an integer\"}]";
                    String words = "body.store: Not permitted; body.messages.0: Not an integer";
                    ErrorSample.of("{\"detail\":" + list + "}", words).assertEverywhere(gateway);
                    ErrorSample.of("{\"object\":\"error\",\"message\":{\"detail\":" + list + "},\"type\":\"invalid\"}", words,
                            "invalid", null).assertEverywhere(gateway);
                    ErrorSample.of("{\"error\":{\"message\":{\"detail\":" + list + "},\"code\":422}}", words, null, "422")
                            .assertEverywhere(gateway);
                    ErrorSample.of("{\"detail\":\"Not Found\"}", "Not Found").assertEverywhere(gateway);
                    ErrorSample.of("{\"detail\":[{\"loc\":[],\"msg\":\"Broken\"},7,{\"loc\":\"body\",\"msg\":\"More\"}]}",
                            "Broken; More").assertEverywhere(gateway);
                    ErrorSample.of("{\"errors\":[\"One\",\"Two\"]}", "One; Two").assertEverywhere(gateway);
                });
    }

    private static Quirk array() {
        return Quirk.of(43, "an error in an array")
                .sees("`[{\"error\":{\"code\":400,\"message\":\"…\",\"status\":\"INVALID_ARGUMENT\"}}]` (Gemini)")
                .handledBy("The first element is read as the error.")
                .source("https://github.com/0xsline/OpenChatCut/issues/6",
                        "https://github.com/Gitlawb/openclaude/issues/67")
                .check(gateway -> {
                    String error = "{\"code\":400,\"message\":\"Bad value\",\"status\":\"INVALID_ARGUMENT\"}";
                    ErrorSample gemini
                            = ErrorSample.of("[{\"error\":" + error + "}]", "Bad value", "INVALID_ARGUMENT", "400");
                    gemini.assertEverywhere(gateway);
                    gemini.assertAsEvent(gateway, "");
                    ErrorSample inner = ErrorSample.of("{\"error\":[" + error + "]}", "Bad value", "INVALID_ARGUMENT", "400");
                    inner.assertEverywhere(gateway);
                    inner.assertAsEvent(gateway, "");
                    ErrorSample.of("[]", "[]").assertWhereErrorsMustBe(gateway);
                });
    }
}

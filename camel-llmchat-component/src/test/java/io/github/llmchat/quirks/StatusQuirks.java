package io.github.llmchat.quirks;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.github.llmchat.error.AuthenticationException;
import io.github.llmchat.error.BadRequestException;
import io.github.llmchat.error.ChatException;
import io.github.llmchat.error.ContextLengthException;
import io.github.llmchat.error.ModelNotFoundException;
import io.github.llmchat.error.QuotaException;
import io.github.llmchat.error.RateLimitException;
import io.github.llmchat.error.ServerException;
import io.github.llmchat.error.StreamTruncatedException;
import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.ScriptedGateway;
import io.github.llmchat.testing.SseScript;

import static org.assertj.core.api.Assertions.assertThat;

/** What proxies and servers do with status codes and HTTP: Q30 to Q35 without Q32. */
final class StatusQuirks {

    private static final String PAGE = "<html>\n<head><title>502 Bad Gateway</title><style>h1 {color: red}</style></head>\n"
                                       + "<body><!-- pad --><h1>Bad  Gateway</h1><hr>nginx</body></html>\n";

    private static final Map<String, Class<? extends ChatException>> CODES = Map.of(
            "insufficient_quota", QuotaException.class, "rate_limit_exceeded", RateLimitException.class,
            "invalid_api_key", AuthenticationException.class, "model_not_found", ModelNotFoundException.class,
            "context_length_exceeded", ContextLengthException.class, "string_above_max_length", ContextLengthException.class);

    private StatusQuirks() {
    }

    static List<Quirk> all() {
        return List.of(redirect(), pages(), RetryAfterQuirk.quirk(), quota(), rewrittenStatus(), closeDelimited());
    }

    private static Quirk redirect() {
        return Quirk.of(30, "redirects")
                .sees("301 or 302 from http to https, or because of a slash: most clients then send a GET without a body")
                .handledBy("No redirect is followed, so that the key goes nowhere else. The call fails with "
                           + "`BadRequestException`, which says where the gateway wants to be called: set `baseUrl` to that.")
                .source("https://github.com/Picterra/picterra-python/issues/85",
                        "https://github.com/apache/apisix/issues/2257",
                        "https://github.com/btcpayserver/btcpayserver-docker/pull/1126")
                .check(gateway -> {
                    try (ScriptedGateway elsewhere = new ScriptedGateway().start()) {
                        elsewhere.alwaysAnswers(Script.answer("followed"));
                        for (int status : new int[] { 301, 302, 303, 307, 308 }) {
                            Script script = Script.status(status).header("Location", elsewhere.baseUrl() + "/x?key=secret");
                            for (ChatException failure : List.of(gateway.wholeFails(script), gateway.streamFails(script))) {
                                assertThat(failure).isInstanceOf(BadRequestException.class).hasMessage(
                                        "The gateway answered " + status + ", a redirect to " + elsewhere.baseUrl()
                                                                                                       + "/x; set baseUrl to where the API really is");
                                assertThat(failure.httpStatus()).isEqualTo(status);
                            }
                        }
                        assertThat(elsewhere.requests()).isEmpty();
                    }
                });
    }

    private static Quirk pages() {
        return Quirk.of(31, "HTML pages for errors")
                .sees("`<html><head><title>502 Bad Gateway</title>…`, also with status 200")
                .handledBy("The status says which exception it is; a 2xx page is a `ServerException`. The message has the "
                           + "beginning of the page's text without its tags, and nothing about JSON.")
                .source("https://github.com/Significant-Gravitas/AutoGPT/issues/944",
                        "https://github.com/serpapi/google-search-results-ruby/issues/16")
                .check(gateway -> {
                    String text = "502 Bad Gateway Bad Gateway nginx";
                    Script bad = Script.status(502).body("text/html", PAGE);
                    assertFailure(gateway.wholeFails(bad), ServerException.class, "The gateway answered 502: " + text);
                    assertFailure(gateway.streamFails(bad), ServerException.class, "The gateway answered 502: " + text);
                    Script ok = Script.status(200).body("text/html", PAGE);
                    String notJson = "The gateway answered with status 2xx, but not with a chat completion: " + text;
                    assertFailure(gateway.wholeFails(ok), ServerException.class, notJson);
                    assertFailure(gateway.streamFails(ok), ServerException.class, notJson);
                    assertFailure(gateway.wholeFails(Script.status(404).body("text/html", "<p>Not found")),
                            ModelNotFoundException.class, "The gateway answered 404: Not found (" + gateway.server().baseUrl()
                                                          + "/chat/completions; check the model and baseUrl)");
                    assertFailure(gateway.wholeFails(Script.status(503).body("text/html", "<br><!-- x -->")),
                            ServerException.class, "The gateway answered 503: (no message)");
                });
    }

    private static Quirk quota() {
        return Quirk.of(33, "a 429 that no waiting helps against, and its opposite")
                .sees("`\"code\":\"insufficient_quota\"` means that there is no money left; Scaleway's `\"error\":\"INSUFFICIENT "
                      + "QUOTA\"` means that too many calls run at once")
                .handledBy("Only the error's `code` is looked at: `insufficient_quota` is a `QuotaException`, any other 429 a "
                           + "`RateLimitException`, whatever the words of the message.")
                .source("https://github.com/langchain-ai/langchainjs/issues/1929",
                        "https://github.com/LibreChat-AI/agents/issues/357")
                .check(gateway -> {
                    ChatException money = gateway.wholeFails(Script.error(429, "insufficient_quota", "insufficient_quota",
                            "You exceeded your current quota"));
                    assertFailure(money, QuotaException.class, "The gateway answered 429: You exceeded your current quota");
                    assertThat(money.code()).isEqualTo("insufficient_quota");

                    ChatException wait = gateway.streamFails(Script.status(429).body("application/json",
                            "{\"status\":429,\"error\":\"INSUFFICIENT QUOTA\",\"message\":\"too many concurrent requests\"}"));
                    assertFailure(wait, RateLimitException.class,
                            "The gateway answered 429: INSUFFICIENT QUOTA: too many concurrent requests");
                    assertFailure(gateway.wholeFails(Script.error(402, null, null, "Pay")), QuotaException.class,
                            "The gateway answered 402: Pay");
                });
    }

    private static Quirk rewrittenStatus() {
        return Quirk.of(34, "status codes that a gateway has rewritten")
                .sees("a 429 of the server behind becomes 503, or an error object says `\"type\":\"upstream_error\"`, "
                      + "`\"code\":\"bad_response_status_code\"`, `\"param\":\"429\"`")
                .handledBy(
                        "The HTTP status decides which exception it is, and where it says success the error's code, if it is a "
                           + "word of OpenAI's such as `insufficient_quota`; `httpStatus()`, `type()`, `code()` and `param()` "
                           + "give both sides as they were sent.")
                .source("https://github.com/sourcegraph/sourcegraph-public-snapshot/pull/52786",
                        "https://github.com/songquanpeng/one-api/blob/main/relay/controller/error.go",
                        "https://github.com/QuantumNous/new-api/blob/main/types/error.go")
                .check(gateway -> {
                    String body = "{\"error\":{\"message\":\"bad response status code 429\",\"type\":\"upstream_error\","
                                  + "\"param\":\"429\",\"code\":\"bad_response_status_code\"}}";
                    ChatException failure = gateway.wholeFails(Script.status(503).body("application/json", body));
                    assertFailure(failure, ServerException.class, "The gateway answered 503: bad response status code 429");
                    assertThat(failure.httpStatus()).isEqualTo(503);
                    assertThat(failure.type()).isEqualTo("upstream_error");
                    assertThat(failure.code()).isEqualTo("bad_response_status_code");
                    assertThat(failure.param()).isEqualTo("429");

                    ChatException disguised = gateway.wholeFails(body);
                    assertFailure(disguised, ServerException.class,
                            "The gateway answered with status 2xx and an error: bad response status code 429");
                    assertThat(disguised.httpStatus()).isEqualTo(200);
                    assertThat(disguised.param()).isEqualTo("429");
                    CODES.forEach((code, kind) -> {
                        String error = body.replace("bad_response_status_code", code);
                        assertThat(gateway.wholeFails(error)).as(code).isExactlyInstanceOf(kind);
                        assertThat(gateway.streamFails(Script.json(error))).as(code).isExactlyInstanceOf(kind);
                    });
                });
    }

    private static Quirk closeDelimited() {
        return Quirk.of(35, "a body that ends with its connection")
                .sees("HTTP/1.0, or `Connection: close` with neither `Content-Length` nor chunked coding")
                .handledBy("Accepted. The end of the connection proves nothing then: a stream is complete only with a finish "
                           + "reason or `[DONE]`.")
                .source("https://www.rfc-editor.org/rfc/rfc9112.html#section-6.3")
                .check(gateway -> {
                    SseScript begun = Script.sse().closeDelimited().event(Samples.text("Hello"));
                    Samples.assertText("Hello", gateway.streamed(begun.event(Samples.STOP).done()));
                    Samples.assertText("Hello", gateway.streamed(begun.event(Samples.STOP)));
                    assertThat(gateway.streamFails(begun)).isInstanceOf(StreamTruncatedException.class);
                    SseScript json = Script.sse().contentType("application/json").closeDelimited();
                    Samples.assertText("Hello", gateway.whole(json.raw(Samples.HELLO)));
                    assertThat(gateway.wholeFails(json.raw("{\"choices\":[{\"index"))).isInstanceOf(ServerException.class);

                    String old = "HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n" + Samples.HELLO;
                    Samples.assertText("Hello", gateway.whole(Script.garbage(old.getBytes(StandardCharsets.UTF_8))));
                });
    }

    private static void assertFailure(ChatException failure, Class<? extends ChatException> type, String message) {
        assertThat(failure).isExactlyInstanceOf(type).hasMessage(message);
    }
}

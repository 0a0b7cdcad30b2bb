package io.github.llmchat.scenario.server;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RefusalsAreErrorObjectsTest extends ServerScenario {

    @Override
    protected void routes(RouteBuilder builder) {
        builder.from("llmchat:small?maxRequestSize=300").setBody(builder.constant("ok"));
        builder.from("llmchat:large?maxRequestSize=1000").setBody(builder.constant("ok"));
    }

    @Test
    void whatIsNoJson() throws Exception {
        refused(send(chat("{\"model\":")), 400, "invalid_request_error", null, null);
        refused(send(chat("")), 400, "invalid_request_error", null, null);
        refused(send(chat("[1]")), 400, "invalid_request_error", null, null);
    }

    @Test
    void whatLacksAField() throws Exception {
        refused(send(chat("{\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}")), 400, "invalid_request_error", "model",
                null);
        refused(send(chat("{\"model\":\"small\"}")), 400, "invalid_request_error", "messages", null);
        refused(send(chat("{\"model\":\"small\",\"messages\":\"x\"}")), 400, "invalid_request_error", "messages", null);
        refused(send(chat("{\"model\":\"small\",\"messages\":[{}]}")), 400, "invalid_request_error", "messages", null);
        refused(send(chat("{\"model\":\"small\",\"messages\":[]}")), 400, "invalid_request_error", "messages", "empty_array");
        refused(send(chat(asks("small", ",\"stream\":\"yes\""))), 400, "invalid_request_error", "stream", "invalid_type");
    }

    @Test
    void whatIsTooLarge() throws Exception {
        String filler = ",\"filler\":\"" + "x".repeat(600) + "\"";
        assertThat(send(chat(asks("large", filler))).statusCode()).isEqualTo(200);
        // small for the server, but not for this model
        refused(send(chat(asks("small", filler))), 413, "invalid_request_error", null, "request_too_large");
        refused(send(chat(asks("large", filler + filler))), 413, "invalid_request_error", null, "request_too_large");
        var unannounced = BodyPublishers.ofInputStream(
                () -> new java.io.ByteArrayInputStream("x".repeat(100_000).getBytes()));
        refused(send(chat("").POST(unannounced)), 413, "invalid_request_error", null, "request_too_large");
    }

    @Test
    void whatHasNoSuchModelUrlOrMethod() throws Exception {
        refused(send(chat(asks("other", ""))), 404, "invalid_request_error", "model", "model_not_found");
        refused(send(request("/v1/models/other")), 404, "invalid_request_error", "model", "model_not_found");
        refused(send(request("/v1/embeddings").POST(BodyPublishers.ofString("{}"))), 404, "invalid_request_error", null,
                "unknown_url");
        HttpResponse<String> get = send(request("/v1/chat/completions"));
        refused(get, 405, "invalid_request_error", null, "method_not_supported");
        assertThat(get.headers().firstValue("allow")).hasValue("POST");
        HttpResponse<String> delete = send(request("/v1/models/small").DELETE());
        refused(delete, 405, "invalid_request_error", null, "method_not_supported");
        assertThat(delete.headers().firstValue("allow")).hasValue("GET");
    }

    @Test
    void whatAPageOfAnotherSiteCouldSendUnasked() throws Exception {
        refused(send(request("/v1/chat/completions").header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(asks("small", "")))), 415, "invalid_request_error", null,
                "unsupported_content_type");
        refused(send(request("/v1/chat/completions").POST(BodyPublishers.ofString(asks("small", "")))), 415,
                "invalid_request_error", null, "unsupported_content_type");
    }

    @Test
    void aClientThatWaitsForPermissionGetsIt() throws Exception {
        String body = asks("large", "");
        try (RawClient client = raw()) {
            client.send(
                    "POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nExpect: 100-continue\r\n"
                        + "Content-Length: " + body.length() + "\r\n\r\n");
            assertThat(client.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 100");
            client.send(body);
            assertThat(client.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 200");
        }
    }

    private static void refused(HttpResponse<String> response, int status, String type, String param, String code)
            throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("content-type")).hasValue("application/json");
        assertThat(response.headers().firstValue("x-request-id")).isPresent();
        JsonNode document = json(response);
        assertThat(document.properties()).hasSize(1);
        JsonNode error = document.path("error");
        assertThat(error.path("message").asText()).isNotBlank();
        assertThat(error.path("type").asText()).isEqualTo(type);
        assertThat(error.has("param")).isTrue();
        assertThat(error.path("param").textValue()).isEqualTo(param);
        assertThat(error.has("code")).isTrue();
        assertThat(error.path("code").textValue()).isEqualTo(code);
    }
}

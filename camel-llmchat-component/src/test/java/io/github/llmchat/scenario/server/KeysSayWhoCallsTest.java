package io.github.llmchat.scenario.server;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KeysSayWhoCallsTest extends ServerScenario {

    private final Map<String, String> bean = new ConcurrentHashMap<>(Map.of("carol", "sk-carol"));

    @Override
    protected void routes(RouteBuilder builder) {
        context.getRegistry().bind("keys", bean);
        String who = "I know ${header.CamelLlmChatClient}";
        builder.from("llmchat:team?apiKeys=alice=sk-alice,bob=sk-bob==").setBody(builder.simple(who));
        builder.from("llmchat:carols?apiKeys=#bean:keys").setBody(builder.simple(who));
        builder.from("llmchat:json?apiKeys=RAW({\"dave\":\"sk-dave\"})").setBody(builder.simple(who));
    }

    @Test
    void theRouteLearnsTheClientsName() throws Exception {
        assertThat(text("team", "sk-alice")).isEqualTo("I know alice");
        assertThat(text("team", "sk-bob==")).isEqualTo("I know bob");
        assertThat(text("carols", "sk-carol")).isEqualTo("I know carol");
        assertThat(text("json", "sk-dave")).isEqualTo("I know dave");
    }

    @Test
    void whoHasNoKeyOrAWrongOneIsSentAway() throws Exception {
        HttpResponse<String> without = send(chat(asks("team", "")));
        assertThat(without.statusCode()).isEqualTo(401);
        assertThat(without.headers().firstValue("www-authenticate")).hasValue("Bearer");
        assertThat(json(without).at("/error/code").asText()).isEqualTo("invalid_api_key");
        for (String wrong : new String[] { "sk-alic", "sk-alice ", "sk-alicee", "SK-ALICE", "alice", "", "null" }) {
            HttpResponse<String> response = send(with(wrong.strip(), chat(asks("team", ""))));
            assertThat(response.statusCode()).as(wrong).isEqualTo(wrong.strip().equals("sk-alice") ? 200 : 401);
            assertThat(response.body()).doesNotContain("alice=", "sk-bob");
        }
        assertThat(send(request("/v1/models")).statusCode()).isEqualTo(401);
        assertThat(send(request("/v1/models/team")).statusCode()).isEqualTo(401);
        assertThat(send(with("sk-nobody", request("/v1/models"))).statusCode()).isEqualTo(401);
    }

    @Test
    void beforeItsBodyHasCome() throws Exception {
        try (RawClient client = raw()) {
            client.send("POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                        + "Authorization: Bearer wrong\r\nContent-Length: 100\r\n\r\n");
            assertThat(client.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 401");
        }
    }

    @Test
    void aKeyOpensItsOwnModelsOnly() throws Exception {
        HttpResponse<String> foreign = send(with("sk-alice", chat(asks("carols", ""))));
        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(json(foreign).at("/error/code").asText()).isEqualTo("model_not_found");
        assertThat(send(with("sk-alice", request("/v1/models/carols"))).statusCode()).isEqualTo(404);
        assertThat(json(send(with("sk-alice", request("/v1/models")))).path("data").findValuesAsText("id"))
                .containsExactly("team");
    }

    @Test
    void keysOfABeanMayChange() throws Exception {
        assertThat(send(with("sk-new", chat(asks("carols", "")))).statusCode()).isEqualTo(401);

        bean.put("carol", "sk-new");

        assertThat(text("carols", "sk-new")).isEqualTo("I know carol");
        assertThat(send(with("sk-carol", chat(asks("carols", "")))).statusCode()).isEqualTo(401);
    }

    private String text(String model, String key) throws Exception {
        return json(send(with(key, chat(asks(model, ""))))).at("/choices/0/message/content").asText();
    }

    private static HttpRequest.Builder with(String key, HttpRequest.Builder request) {
        return request.header("Authorization", "Bearer " + key);
    }
}

package io.github.llmchat.scenario.server;

import java.net.http.HttpResponse;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ModelsAreListedToClientsTest extends ServerScenario {

    @Override
    protected void routes(RouteBuilder builder) {
        for (String model : new String[] { "b", "a", "org/family/m:7b", "x+y z" }) {
            builder.from("llmchat:" + model.replace("+", "%2B")).setBody(builder.constant("ok"));
        }
        builder.from("llmchat:secret?apiKeys=alice=sk-alice").setBody(builder.constant("ok"));
        builder.from("llmchat:other?path=own/").setBody(builder.constant("ok"));
        builder.from("llmchat:*?path=/any").setBody(builder.constant("ok"));
    }

    @Test
    void thoseThatTheClientMayUse() throws Exception {
        HttpResponse<String> response = send(request("/v1/models"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(json(response).path("object").asText()).isEqualTo("list");
        assertThat(json(response).path("data").findValuesAsText("id")).containsExactly("a", "b", "org/family/m:7b", "x+y z");
        JsonNode first = json(response).at("/data/0");
        assertThat(first.path("object").asText()).isEqualTo("model");
        assertThat(first.path("created").isIntegralNumber()).isTrue();
        assertThat(first.path("owned_by").asText()).isEqualTo("llmchat");
        assertThat(json(send(request("/v1/models").header("Authorization", "Bearer sk-alice"))).path("data")
                .findValuesAsText("id")).contains("a", "secret");
        assertThat(json(send(request("/own/models"))).path("data").findValuesAsText("id")).containsExactly("other");
    }

    @Test
    void oneByItsNameWithSlashesAsTheyAreOrEncoded() throws Exception {
        assertThat(id("/v1/models/a")).isEqualTo("a");
        assertThat(id("/v1/models/org/family/m:7b")).isEqualTo("org/family/m:7b");
        assertThat(id("/v1/models/org%2Ffamily%2fm%3A7b")).isEqualTo("org/family/m:7b");
        assertThat(id("/v1/models/x+y%20z")).isEqualTo("x+y z");
        assertThat(id("/v1/models/x%2By%20z")).isEqualTo("x+y z");
        assertThat(send(request("/v1/models/A")).statusCode()).isEqualTo(404);
    }

    @Test
    void aRouteForAllIsNoModelItselfButAnswersForEach() throws Exception {
        assertThat(json(send(request("/any/models"))).path("data").isEmpty()).isTrue();
        assertThat(id("/any/models/whatever/it-is")).isEqualTo("whatever/it-is");
    }

    private String id(String path) throws Exception {
        HttpResponse<String> response = send(request(path));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return json(response).path("id").asText();
    }
}

package io.github.llmchat.scenario.result;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.scenario.request.OneCallScenario;
import io.github.llmchat.testing.Script;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MarshalledJsonIsAsReceivedTest extends OneCallScenario {

    private static final String MESSAGE
            = "{\"role\":\"assistant\",\"content\":\"Grüße\",\"x\":null,\"n\":12345678901234567890}";
    private static final String COMPLETION
            = "{\"price\":0.10,\"choices\":[{\"index\":0,\"message\":" + MESSAGE + ",\"finish_reason\":\"stop\"}]}";
    private static final String CHUNK = COMPLETION.replace("\"message\"", "\"delta\"");

    @Test
    void forACompletion() throws Exception {
        assertThat(marshalled("completion")).isEqualTo(COMPLETION);
    }

    @Test
    void forAMessage() throws Exception {
        assertThat(marshalled("message")).isEqualTo(MESSAGE);
    }

    @Test
    void forChunksAndTheClosingOneIsTheCompletion() throws Exception {
        gateway.willAnswer(Script.sse().event(CHUNK).done());
        List<String> bodies = new CopyOnWriteArrayList<>();
        RouteBuilder.addRoutes(context, routes -> {
            routes.from("direct:chunks").to(uri("gpt-4o", "chunksTo=direct:chunk"));
            routes.from("direct:chunk").marshal().json().process(e -> bodies.add(e.getMessage().getBody(String.class)));
        });

        template.requestBody("direct:chunks", "hi");

        assertThat(bodies).hasSize(2).first().isEqualTo(CHUNK);
        assertThat(ChatCompletion.fromJson(bodies.get(1)).text()).isEqualTo("Grüße");
    }

    @ParameterizedTest
    @ValueSource(strings = { "completion", "message" })
    void prettyPrintedItIsTheSameDocument(String output) throws Exception {
        gateway.willAnswer(Script.json(COMPLETION));
        RouteBuilder.addRoutes(context, routes -> routes.from("direct:pretty").to(uri("gpt-4o", "output=" + output))
                .marshal().json(true).unmarshal().json());

        assertThat(template.requestBody("direct:pretty", (Object) "hi").toString()).contains("content=Grüße");
    }

    private String marshalled(String output) throws Exception {
        gateway.willAnswer(Script.json(COMPLETION));
        RouteBuilder.addRoutes(context,
                routes -> routes.from("direct:answer").to(uri("gpt-4o", "output=" + output)).marshal().json());
        return new String(template.requestBody("direct:answer", "hi", byte[].class), StandardCharsets.UTF_8);
    }
}

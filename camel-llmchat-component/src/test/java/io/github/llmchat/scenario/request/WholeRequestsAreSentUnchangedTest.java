package io.github.llmchat.scenario.request;

import java.nio.charset.StandardCharsets;

import io.github.llmchat.model.ChatRequest;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WholeRequestsAreSentUnchangedTest extends OneCallScenario {

    private static final String REQUEST = """
            {"model":"gpt-4o","messages":[{"role":"user","content":[{"type":"text","text":"hi","cache_control":null}],\
            "weight":0}],"temperature":0.70,"seed":12345678901234567890,"top_k":null,"price":1.10,"huge":1E+400,\
            "user":null,"vendor_field":{"b":1,"a":[true,null,{}]},"metadata":{"z":"1","a":"2"}}""";

    @Test
    void unknownFieldsNullsAndLongNumbersReachTheWire() {
        call(uri("gpt-4o"), ChatRequest.fromJson(REQUEST));

        assertThat(onlyRequest().body()).isEqualTo(REQUEST);
    }

    @Test
    void theModelOfTheBodyIsKeptAtTheAnyEndpoint() {
        call(uri("*"), ChatRequest.fromJson(REQUEST));

        assertThat(onlyRequest().body()).isEqualTo(REQUEST);
    }

    @Test
    void jsonTextBecomesARequestByConvertBodyTo() throws Exception {
        RouteBuilder.addRoutes(context,
                routes -> routes.from("direct:text").convertBodyTo(ChatRequest.class).to(uri("gpt-4o")));

        template.requestBody("direct:text", REQUEST);

        assertThat(onlyRequest().body()).isEqualTo(REQUEST);
    }

    @Test
    void jsonBytesBecomeARequestByConvertBodyTo() throws Exception {
        RouteBuilder.addRoutes(context,
                routes -> routes.from("direct:bytes").convertBodyTo(ChatRequest.class).to(uri("gpt-4o")));

        template.requestBody("direct:bytes", REQUEST.getBytes(StandardCharsets.UTF_8));

        assertThat(onlyRequest().body()).isEqualTo(REQUEST);
    }
}

package io.github.llmchat.scenario;

import java.util.*;
import java.util.concurrent.*;

import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.testing.*;
import org.apache.camel.*;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class SmokeTest extends CamelTestSupport {
    @RegisterExtension
    final ScriptedGateway gateway = new ScriptedGateway();
    final List<String> seen = new CopyOnWriteArrayList<>();

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                String o = "baseUrl=" + gateway.baseUrl() + "&apiKey=sk-test-12345678";
                from("direct:plain").to("llmchat:gpt-4o?temperature=0.5&" + o);
                from("direct:chunks").to("llmchat:gpt-4o?chunksTo=direct:chunk&" + o);
                from("direct:chunk").process(e -> seen.add(e.getMessage().getBody(String.class) + "@" + Thread.currentThread().getName()));
                from("direct:whole").to("llmchat:gpt-4o?streaming=true&output=text&" + o);
                from("direct:split").to("llmchat:gpt-4o?streaming=true&" + o).split(body()).streaming().process(e -> seen.add(e.getMessage().getBody(String.class))).end();
            }
        };
    }

    @Test
    void all() throws Exception {
        gateway.alwaysAnswers(r -> r.json().path("stream").asBoolean() ? Script.sse().text("Hel", "lo").finish("stop").usage(3, 2).done() : Script.answer("Hello"));
        for (String u : List.of("plain", "chunks", "whole", "split")) {
            seen.clear();
            Exchange e = template.request("direct:" + u, x -> x.getMessage().setBody("hi"));
            System.out.println(u + " -> " + e.getMessage().getBody() + " " + e.getMessage().getHeaders() + " ex=" + e.getException() + " seen=" + seen);
            if (e.getException() != null) e.getException().printStackTrace(System.out);
        }
        gateway.requests().forEach(r -> System.out.println(r.headers() + " " + r.body()));
        var c = context.getComponent("llmchat", io.github.llmchat.LlmChatComponent.class);
        System.out.println(c.getOpenCalls() + " " + c.getLeasedConnections() + " " + gateway.connectionsAccepted());
    }
}

package io.github.llmchat.scenario.server;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import io.github.llmchat.testing.Script;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

class UsageIsKnownWhenTheAnswerIsThroughTest extends ServerScenario {

    private final BlockingQueue<String> bills = new LinkedBlockingQueue<>();

    @Override
    protected void routes(RouteBuilder builder) {
        builder.from("llmchat:up?apiKeys=alice=sk-alice").onCompletion()
                .setBody(builder.simple("${header.CamelLlmChatClient}: ${header.CamelLlmChatTotalTokens} ${header.CamelLlmChatFinishReason}"))
                .process(exchange -> bills.add(exchange.getMessage().getBody(String.class))).end()
                .to(llmchat("includeUsage=true"));
    }

    @Test
    void streamedOrNot() throws Exception {
        gateway.willAnswer(Script.sse().text("one").finish("length").usage(10, 5).done(), Script.answer("ok"));

        send(chat(asks("up", ",\"stream\":true")).header("Authorization", "Bearer sk-alice"));
        assertThat(bills.poll(SOON.toSeconds(), SECONDS)).isEqualTo("alice: 15 length");
        send(chat(asks("up", "")).header("Authorization", "Bearer sk-alice"));
        assertThat(bills.poll(SOON.toSeconds(), SECONDS)).isEqualTo("alice: 15 stop");
    }
}

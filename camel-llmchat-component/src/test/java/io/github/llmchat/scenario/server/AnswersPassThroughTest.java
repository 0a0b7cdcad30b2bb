package io.github.llmchat.scenario.server;

import java.net.http.HttpResponse;

import io.github.llmchat.testing.Script;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AnswersPassThroughTest extends ServerScenario {

    private static final String WHOLE = "{ \"id\":\"a\", \"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\","
                                        + "\"content\":null,\"tool_calls\":[{\"id\":\"c1\",\"type\":\"function\",\"function\":"
                                        + "{\"name\":\"f\",\"arguments\":\"{}\"}}]},\"finish_reason\":\"tool_calls\","
                                        + "\"x\":1.50},{\"index\":1,\"message\":{\"role\":\"assistant\",\"content\":\"two\"},"
                                        + "\"finish_reason\":\"stop\"}],\"vendor\":{\"deep\":[null,12345678901234567890]} }";
    private static final String FIRST
            = "{\"id\":\"a\", \"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":"
              + "\"Hé\"},\"finish_reason\":null}],\"x\":1.50}";
    private static final String SECOND = "{\"choices\":[{\"index\":1,\"delta\":{\"reasoning_content\":\"hm\",\"tool_calls\":[{"
                                         + "\"index\":0,\"id\":\"c\",\"type\":\"function\",\"function\":{\"name\":\"f\","
                                         + "\"arguments\":\"\"}}]}}]}";
    private static final String LAST = "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}";
    private static final String USAGE = "{\"choices\":[],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":4,"
                                        + "\"total_tokens\":7,\"own\":1}}";

    @Override
    protected void routes(RouteBuilder builder) {
        builder.from("llmchat:*").to(llmchat("").replace("llmchat:gpt-4o", "llmchat:*"));
        builder.from("llmchat:usage").to(llmchat("includeUsage=true"));
    }

    @Test
    void aRequestArrivesWithAllItsFields() throws Exception {
        gateway.willAnswer(Script.answer("yes"));
        String messages = "[{\"role\":\"developer\",\"content\":\"d\"},{\"role\":\"user\",\"content\":[{\"type\":\"text\","
                          + "\"text\":\"t\",\"own\":1}],\"name\":\"n\"},{\"role\":\"assistant\",\"content\":null}]";
        send(chat("{\"model\":\"a/b\",\"messages\":" + messages + ",\"max_tokens\":5,\"max_completion_tokens\":6,"
                  + "\"temperature\":1.50,\"own\":{\"k\":null},\"stream\":false,\"stream_options\":{}}"));

        assertThat(gateway.requests().get(0).json()).isEqualTo(json(
                "{\"model\":\"a/b\",\"messages\":" + messages + ",\"max_tokens\":5,\"max_completion_tokens\":6,"
                                                                    + "\"temperature\":1.50,\"own\":{\"k\":null}}"));
    }

    @Test
    void aWholeAnswerIsTheGatewaysToTheByte() throws Exception {
        gateway.willAnswer(Script.json(WHOLE));

        assertThat(send(chat(asks("m", ""))).body()).isEqualTo(WHOLE);
    }

    @Test
    void chunksAreTheGatewaysToTheByte() throws Exception {
        gateway.willAnswer(Script.sse().event(FIRST).comment("ping").event(SECOND).event(LAST).event(USAGE).done());

        HttpResponse<String> response = send(chat(asks("m", ",\"stream\":true,\"stream_options\":{\"include_usage\":true}")));

        assertThat(events(response.body())).containsExactly(FIRST, SECOND, LAST, USAGE, "[DONE]");
        assertThat(gateway.requests().get(0).json().at("/stream_options/include_usage").asBoolean()).isTrue();
    }

    @Test
    void whoDoesNotAskForUsageGetsNoChunkWithoutChoices() throws Exception {
        gateway.willAnswer(Script.sse().event(FIRST).event(LAST).event(USAGE).done());

        assertThat(events(send(chat(asks("usage", ",\"stream\":true"))).body())).containsExactly(FIRST, LAST, "[DONE]");
    }

    @Test
    void aFinishReasonThatTheGatewayLeftOutIsAdded() throws Exception {
        gateway.willAnswer(Script.sse().event(FIRST).done());

        var events = events(send(chat(asks("m", ",\"stream\":true"))).body());

        assertThat(events).hasSize(3).startsWith(FIRST);
        assertThat(json(events.get(1)).at("/choices/0/finish_reason").asText()).isEqualTo("stop");
        assertThat(json(events.get(1)).path("id").asText()).isEqualTo("a");
    }
}

package io.github.llmchat.scenario.server;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.llmchat.LlmChatConstants;
import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.model.ChatMessage;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AnyBodyIsAnAnswerTest extends ServerScenario {

    private static final String CALL
            = "{\"id\":\"c1\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}";

    private Supplier<Object> body;

    @Override
    protected void routes(RouteBuilder builder) {
        builder.from("llmchat:any").process(exchange -> exchange.getMessage().setBody(body.get()));
        builder.from("llmchat:headers").process(exchange -> exchange.getMessage().setBody("changed"))
                .setHeader(LlmChatConstants.FINISH_REASON, builder.constant("length"))
                .setHeader(LlmChatConstants.REASONING_CONTENT, builder.constant("hm"))
                .setHeader(LlmChatConstants.PROMPT_TOKENS, builder.constant(3L))
                .setHeader(LlmChatConstants.COMPLETION_TOKENS, builder.constant(4L));
    }

    @Test
    void aMessage() throws Exception {
        body = () -> ChatMessage.fromJson("{\"role\":\"assistant\",\"content\":\"hi\",\"reasoning_content\":\"hm\","
                                          + "\"annotations\":[1],\"tool_calls\":[" + CALL + "]}");
        JsonNode choice = whole().at("/choices/0");
        assertThat(choice.at("/message/annotations/0").asInt()).isEqualTo(1);
        assertThat(choice.path("finish_reason").asText()).isEqualTo("tool_calls");

        List<JsonNode> chunks = streamed("");
        assertThat(chunks.get(1).at("/choices/0/delta").toString()).isEqualTo(
                "{\"content\":\"hi\",\"reasoning_content\":\"hm\",\"annotations\":[1],\"tool_calls\":["
                                                                              + CALL.substring(0, CALL.length() - 1)
                                                                              + ",\"index\":0}]}");
        assertThat(chunks.get(2).at("/choices/0/finish_reason").asText()).isEqualTo("tool_calls");
    }

    @Test
    void toolCalls() throws Exception {
        body = () -> ChatMessage.fromJson("{\"role\":\"assistant\",\"tool_calls\":[" + CALL + "]}").toolCalls();

        assertThat(whole().at("/choices/0/message/tool_calls").toString()).isEqualTo("[" + CALL + "]");
        assertThat(whole().at("/choices/0/finish_reason").asText()).isEqualTo("tool_calls");
    }

    @Test
    void aCompletion() throws Exception {
        String json
                = "{\"id\":\"x\",\"created\":5,\"model\":\"m\",\"service_tier\":\"flex\",\"choices\":[{\"index\":0,\"message\":"
                  + "{\"role\":\"assistant\",\"content\":\"a\",\"refusal\":null},\"finish_reason\":\"stop\"},{\"index\":1,"
                  + "\"message\":{\"role\":\"assistant\",\"content\":\"b\"},\"logprobs\":{\"content\":[]},\"finish_reason\":"
                  + "\"length\"}],\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":2,\"total_tokens\":3}}";
        body = () -> ChatCompletion.fromJson(json);
        assertThat(whole()).isEqualTo(json(json));

        List<JsonNode> chunks = streamed(",\"stream_options\":{\"include_usage\":true}");
        assertThat(chunks).hasSize(7).allSatisfy(chunk -> {
            assertThat(chunk.path("id").asText()).isEqualTo("x");
            assertThat(chunk.path("service_tier").asText()).isEqualTo("flex");
        });
        assertThat(chunks.get(4).at("/choices/0").toString()).isEqualTo(
                "{\"index\":1,\"delta\":{\"content\":\"b\"},\"finish_reason\":null,\"logprobs\":{\"content\":[]}}");
        assertThat(chunks.get(6).path("choices").isEmpty()).isTrue();
        assertThat(chunks.get(6).at("/usage/total_tokens").asInt()).isEqualTo(3);
        assertThat(streamed("")).hasSize(6);
    }

    @Test
    void textsOneAfterTheOther() throws Exception {
        List<Supplier<Object>> bodies = List.of(() -> List.of("a", "b"), () -> List.of("a", "b").iterator(),
                () -> Stream.of("a", new StringBuilder("b")), () -> List.of("a", new byte[] { 'b' }),
                AnyBodyIsAnAnswerTest::published);
        for (Supplier<Object> each : bodies) {
            body = each;
            List<JsonNode> chunks = streamed("");
            assertThat(chunks).hasSize(4);
            assertThat(chunks.get(0).at("/choices/0/delta/role").asText()).isEqualTo("assistant");
            assertThat(chunks.get(1).at("/choices/0/delta/content").asText()).isEqualTo("a");
            assertThat(chunks.get(2).at("/choices/0/delta/content").asText()).isEqualTo("b");
            assertThat(chunks.get(3).at("/choices/0/finish_reason").asText()).isEqualTo("stop");
            JsonNode whole = whole();
            assertThat(whole.at("/choices/0/message/content").asText()).isEqualTo("ab");
            assertThat(whole.at("/choices/0/finish_reason").asText()).isEqualTo("stop");
            assertThat(whole.path("model").asText()).isEqualTo("any");
        }
    }

    @Test
    void nothingAtAllInAStream() throws Exception {
        body = () -> List.of().iterator();

        assertThat(streamed("")).hasSize(2);
        assertThat(whole().at("/choices/0/message/content").isMissingNode()).isFalse();
    }

    @Test
    void chunksAmongTexts() throws Exception {
        body = () -> {
            try {
                String chunk = "{\"id\":\"mine\",\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\","
                               + "\"content\":\"a\"}}]}";
                return List.of(ChatChunk.read(chunk.getBytes(), 0), "b").iterator();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        };
        List<JsonNode> chunks = streamed("");
        assertThat(chunks).hasSize(3).allSatisfy(chunk -> assertThat(chunk.path("id").asText()).isEqualTo("mine"));
        assertThat(whole().at("/choices/0/message/content").asText()).isEqualTo("ab");
        assertThat(whole().path("id").asText()).isEqualTo("mine");
    }

    @Test
    void anIteratorThatFailsIsAnErrorInTheStream() throws Exception {
        body = () -> new Iterator<>() {
            private boolean first = true;

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Object next() {
                if (!first) {
                    throw new IllegalStateException("secret");
                }
                first = false;
                return "a";
            }
        };
        try (RawClient client = raw().post(asks("any", ",\"stream\":true"))) {
            assertThat(client.readAll()).contains("\"a\"").contains("data: {\"error\"").doesNotContain("secret", "[DONE]");
        }
        assertThat(send(chat(asks("any", ""))).statusCode()).isEqualTo(500);
    }

    @Test
    void aTextThatTheRouteChangedKeepsWhatIsKnownOfTheCall() throws Exception {
        JsonNode whole = json(send(chat(asks("headers", ""))));

        assertThat(whole.at("/choices/0").toString()).isEqualTo(
                "{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"changed\",\"reasoning_content\":\"hm\"},"
                                                                + "\"finish_reason\":\"length\"}");
        assertThat(whole.path("usage").toString())
                .isEqualTo("{\"prompt_tokens\":3,\"completion_tokens\":4,\"total_tokens\":7}");
    }

    private static Flow.Publisher<String> published() {
        return subscriber -> {
            SubmissionPublisher<String> publisher = new SubmissionPublisher<>();
            publisher.subscribe(subscriber);
            publisher.submit("a");
            publisher.submit("b");
            publisher.close();
        };
    }

    private JsonNode whole() throws Exception {
        return json(send(chat(asks("any", ""))));
    }

    private List<JsonNode> streamed(String more) throws Exception {
        List<String> events = events(send(chat(asks("any", ",\"stream\":true" + more))).body());
        assertThat(events).endsWith("[DONE]").containsOnlyOnce("[DONE]");
        return events.subList(0, events.size() - 1).stream().map(event -> {
            try {
                return json(event);
            } catch (Exception e) {
                throw new IllegalStateException(event, e);
            }
        }).toList();
    }
}

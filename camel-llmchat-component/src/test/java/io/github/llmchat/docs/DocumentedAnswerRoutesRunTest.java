package io.github.llmchat.docs;

import io.github.llmchat.testing.Script;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The routes that the page on answers shows are run as they stand there. */
class DocumentedAnswerRoutesRunTest extends DocumentedPage {

    DocumentedAnswerRoutesRunTest() {
        super("answers.md");
    }

    @Test
    void severalAnswers() {
        assertLogged("direct:slogans",
                Script.json("{\"choices\":[{\"index\":1,\"message\":{\"content\":\"B\"}},"
                            + "{\"index\":0,\"message\":{\"content\":\"A\"}},{\"index\":2,\"message\":{\"content\":\"C\"}}]}"),
                "slogan 0: A", "slogan 1: B", "slogan 2: C");
        assertThat(gateway.requests().get(0).json().path("n").asInt()).isEqualTo(3);
    }

    @Test
    void answersSideBySide() {
        assertLogged("direct:side-by-side",
                Script.sse().delta(1, "{\"content\":\"B\"}").delta(0, "{\"content\":\"A\"}").done(),
                "answer 1 goes on: B", "answer 0 goes on: A");
    }

    @Test
    void logProbabilities() {
        assertLogged("direct:sure",
                answer("{\"content\":\"Yes\"}", "\"logprobs\":{\"content\":[{\"token\":\"Yes\",\"logprob\":-0.25}]}"),
                "probability of Yes: -0.25");
    }

    @Test
    void refusals() {
        assertLogged("direct:careful", answer("{\"content\":null,\"refusal\":\"I must not.\"}", "\"index\":0"),
                "refused: I must not.");
        assertLogged("direct:careful", Script.answer("Hello"), "answered: Hello");
    }

    @Test
    void sources() {
        assertLogged("direct:search",
                answer("{\"content\":\"x\",\"annotations\":[{\"type\":\"url_citation\",\"url_citation\":{\"url\":\"https://a\"}},"
                       + "{\"type\":\"url_citation\",\"url_citation\":{\"url\":\"https://b\"}}]}", "\"index\":0"),
                "source: https://a", "source: https://b");
        assertThat(gateway.requests().get(0).json().path("web_search_options")).hasToString("{}");
    }

    @Test
    void usage() {
        assertLogged("direct:cost",
                Script.json(
                        "{\"choices\":[{\"message\":{\"content\":\"x\"}}],\"service_tier\":\"flex\",\"usage\":{\"total_tokens\":7,"
                            + "\"cost\":0.02,\"completion_tokens_details\":{\"audio_tokens\":3}}}"),
                "7 tokens, 3 of sound, tier flex, 0.02 dollars");
    }

    @Test
    void toolCalls() {
        assertLogged("direct:tools",
                Script.sse().toolCall(0, "c1", "get_weather", "{\"city\":", "\"Bern\"}").finish("tool_calls").done(),
                "wants get_weather with {\"city\":\"Bern\"}");
    }

    private static Script answer(String message, String beside) {
        return Script.json("{\"choices\":[{\"message\":" + message + "," + beside + ",\"finish_reason\":\"stop\"}]}");
    }

    private void assertLogged(String route, Script answer, String... messages) {
        gateway.willAnswer(answer);

        context.createProducerTemplate().requestBody(route, "hi");

        assertThat(log.messages()).contains(messages);
    }
}

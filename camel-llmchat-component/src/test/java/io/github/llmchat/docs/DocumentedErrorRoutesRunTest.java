package io.github.llmchat.docs;

import io.github.llmchat.testing.Script;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The route that the page on errors shows is run as it stands there. */
class DocumentedErrorRoutesRunTest extends DocumentedPage {

    DocumentedErrorRoutesRunTest() {
        super("errors.md");
    }

    @Test
    void aBrokenStreamIsTriedAgain() {
        gateway.willAnswer(Script.sse().text("Half").cut(), Script.sse().text("Whole").finish("stop").done());

        ask();

        assertThat(log.messages()).containsExactly("answer: Whole");
    }

    @Test
    void aWrongKeyIsForTheOperator() {
        gateway.willAnswer(Script.error(401, "invalid_request_error", "invalid_api_key", "Who are you?"));

        ask();

        assertThat(log.messages()).containsExactly("call the operator: The gateway answered 401: Who are you? (check apiKey)");
    }

    @Test
    void allOthersHaveTheirMessage() {
        gateway.willAnswer(Script.error(400, "invalid_request_error", "bad_value", "No such tool"));

        ask();

        assertThat(log.messages()).containsExactly("no answer (400, bad_value): The gateway answered 400: No such tool");
    }

    private void ask() {
        context.createProducerTemplate().requestBody("direct:ask", "hi");
    }
}

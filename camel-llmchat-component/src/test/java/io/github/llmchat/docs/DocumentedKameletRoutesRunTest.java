package io.github.llmchat.docs;

import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.llmchat.testing.Script;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The routes and the Pipe that the page on Kamelets shows are run as they stand there. */
class DocumentedKameletRoutesRunTest extends DocumentedPage {

    private static final Pattern PIPE = Pattern.compile("```yaml\n(apiVersion:.*?)```", Pattern.DOTALL);

    DocumentedKameletRoutesRunTest() {
        super("kamelets.md");
    }

    @Test
    void anActionAnswers() {
        gateway.willAnswer(Script.answer("Gladly."));

        context.createProducerTemplate().requestBody("direct:support", "Can you help?");

        assertThat(log.messages()).singleElement().asString().startsWith("Gladly. (").endsWith(" tokens)");
    }

    @Test
    void wordsComeOneByOne() {
        gateway.willAnswer(Script.sse().text("Gladly, ", "sir.").finish("stop").done());

        context.createProducerTemplate().requestBody("direct:speak", "Can you help?");

        assertThat(log.messages()).containsSubsequence("word: Gladly, ", "word: sir.", "whole answer: Gladly, sir.");
    }

    @Test
    void anAnswerIsJson() {
        gateway.willAnswer(Script.answer("{\"mood\":\"good\"}"));

        context.createProducerTemplate().requestBody("direct:feeling", "I am fine");

        assertThat(log.messages()).contains("mood: good");
    }

    @Test
    void aToolIsRun() {
        gateway.willAnswer(
                Script.sse().toolCall(0, "c1", "opening_hours", "{\"city\":\"Rome\"}").finish("tool_calls").done(),
                Script.answer("From 9 to 18."));

        context.createProducerTemplate().requestBody("direct:shop", "When are you open in Rome?");

        assertThat(log.messages()).containsExactly("arguments: {\"city\":\"Rome\"}", "answer: From 9 to 18.");
        assertThat(gateway.requests().get(1).body()).contains("In Rome: 9 to 18");
    }

    @Test
    void aPipeAnswersItsSource() throws Exception {
        Matcher pipe = PIPE.matcher(Files.readString(page));
        assertThat(pipe.find()).isTrue();
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("pipe.yaml", pipe.group(1)));
        gateway.willAnswer(Script.answer("Gladly."));

        assertThat(context.createProducerTemplate().requestBody("direct:questions", "Can you help?")).isEqualTo("Gladly.");
        assertThat(gateway.requests().get(0).json().at("/messages/0/content").asText())
                .isEqualTo("Answer in one paragraph, & be polite.");
    }
}

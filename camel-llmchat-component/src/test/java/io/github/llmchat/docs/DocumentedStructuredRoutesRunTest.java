package io.github.llmchat.docs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.acme.Invoice;
import io.github.llmchat.testing.Script;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The routes that the page on structured output shows are run as they stand there. */
class DocumentedStructuredRoutesRunTest extends DocumentedPage {

    private static final Pattern RECORD = Pattern.compile("```java\npublic (record Invoice\\(.*?\\) \\{)", Pattern.DOTALL);

    DocumentedStructuredRoutesRunTest() {
        super("structured-output.md");
    }

    @Test
    void anAnswerIsAnInvoice() {
        gateway.willAnswer(
                Script.answer("{\"number\":\"A-7\",\"currency\":\"EUR\",\"lines\":[{\"article\":\"nail\",\"quantity\":3}]}"));

        Object body = context.createProducerTemplate().requestBody("direct:invoice", "Invoice A-7: 3 nails");

        assertThat(body).isInstanceOf(Invoice.class);
        assertThat(log.messages()).contains("invoice A-7 has 1 lines");
    }

    @Test
    void theClassIsTheOneThatIsShown() throws Exception {
        Matcher shown = RECORD.matcher(Files.readString(page));
        assertThat(shown.find()).isTrue();
        String source = Files.readString(Path.of("src/test/java/com/acme/Invoice.java"));

        assertThat(source.replaceAll("\\s+", "")).contains(shown.group(1).replaceAll("\\s+", ""));
    }

    @Test
    void anAnswerIsJsonThatMatches() {
        gateway.willAnswer(Script.answer("```json\n{\"mood\":\"good\"}\n```"));

        context.createProducerTemplate().requestBody("direct:mood", "I am fine");

        assertThat(log.messages()).contains("mood: good");
    }

    @Test
    void whatDoesNotMatchIsCaught() {
        gateway.willAnswer(Script.answer("fine"), Script.answer("{\"mood\":\"so so\"}"), Script.answer("{}"));

        Object body = context.createProducerTemplate().requestBody("direct:strict", "I am fine");

        assertThat(body).isEqualTo("{\"mood\":\"unknown\"}");
        assertThat(log.messages()).last().asString().startsWith("no usable answer: ").contains("mood", "after 2 repairs");
    }
}

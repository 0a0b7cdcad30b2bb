package io.github.llmchat.scenario.result;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import io.github.llmchat.scenario.request.OneCallScenario;
import io.github.llmchat.testing.Script;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FilesHoldTheTextTest extends OneCallScenario {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
            "text, '', UTF-8", "message, '', UTF-8", "completion, '', UTF-8", "message, &charset=UTF-8, UTF-8",
            "message, &charset=ISO-8859-1, ISO-8859-1", "completion, &charset=UTF-16BE, UTF-16BE" })
    void ofAnAnswer(String output, String option, String charset) throws Exception {
        gateway.willAnswer(Script.answer("Grüße"));
        RouteBuilder.addRoutes(context, routes -> routes.from("direct:answer").to(uri("gpt-4o", "output=" + output))
                .to("file:" + directory + "?fileName=answer.txt" + option));

        template.requestBody("direct:answer", "hi");

        assertThat(directory.resolve("answer.txt")).usingCharset(Charset.forName(charset)).hasContent("Grüße");
    }

    @Test
    void ofChunksOneAfterTheOther() throws Exception {
        gateway.willAnswer(Script.sse().text("Grü", "ße ", "aus Bern").finish("stop").usage(1, 2).done());
        RouteBuilder.addRoutes(context, routes -> {
            routes.from("direct:chunks").to(uri("gpt-4o", "chunksTo=direct:chunk"));
            routes.from("direct:chunk").to("file:" + directory + "?fileName=answer.txt&fileExist=Append");
        });

        template.requestBody("direct:chunks", "hi");

        assertThat(directory.resolve("answer.txt")).usingCharset(StandardCharsets.UTF_8).hasContent("Grüße aus Bern");
    }
}

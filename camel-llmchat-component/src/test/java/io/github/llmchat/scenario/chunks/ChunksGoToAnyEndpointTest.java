package io.github.llmchat.scenario.chunks;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.llmchat.testing.Script;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ChunksGoToAnyEndpointTest extends ChunkScenario {

    @TempDir
    Path folder;
    private final List<String> intercepted = new CopyOnWriteArrayList<>();

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                interceptSendToEndpoint("direct:intercepted").process(
                        chunk -> intercepted.add(chunk.getMessage().getBody(String.class)));
                interceptSendToEndpoint("direct:replaced").skipSendToOriginalEndpoint().to("mock:chunks");
                from("direct:instead").to(model("chunksTo=direct:replaced"));
                from("direct:mock").to(model("chunksTo=mock:chunks"));
                from("direct:log").to(model("chunksTo=RAW(log:chunks?level=DEBUG&showAll=true)"));
                from("direct:file").to(
                        model("chunksTo=RAW(file:" + folder + "?fileName=answer.txt&fileExist=Append)"));
                from("direct:seda").to(model("chunksTo=RAW(seda:chunks?size=5&waitForTaskToComplete=Never)"));
                from("seda:chunks?size=5&waitForTaskToComplete=Never").to("mock:chunks");
                from("direct:other-options").to(model("chunksTo=direct:chunk?block=false"));
                from("direct:chunk").to("mock:chunks");
                from("direct:caught").to(model("chunksTo=direct:intercepted"));
                from("direct:intercepted").to("mock:chunks");
            }
        };
    }

    @BeforeEach
    void answerWithThreeTexts() {
        gateway.willAnswer(Script.sse().text("one", " two", " three\n").finish("stop").done());
    }

    @Test
    void toAMock() throws Exception {
        assertThatChunksArriveBy("direct:mock");
    }

    @Test
    void toAQueue() throws Exception {
        assertThatChunksArriveBy("direct:seda");
    }

    @Test
    void toADirectEndpointWithOptionsThatItsRouteDoesNotHave() throws Exception {
        assertThatChunksArriveBy("direct:other-options");
    }

    @Test
    void pastAnInterceptor() throws Exception {
        assertThatChunksArriveBy("direct:caught");

        assertThat(intercepted).containsExactly("one", " two", " three\n", "", "");
    }

    @Test
    void toAnInterceptorThatStandsInForARouteWhichIsNotThere() throws Exception {
        assertThatChunksArriveBy("direct:instead");
    }

    @Test
    void toALog() {
        assertThat(call("direct:log").answer()).isEqualTo("one two three\n");
    }

    @Test
    void toAFileThatGrows() {
        call("direct:file").answer();

        assertThat(folder.resolve("answer.txt")).hasContent("one two three\n");
    }

    private void assertThatChunksArriveBy(String caller) throws InterruptedException {
        MockEndpoint chunks = getMockEndpoint("mock:chunks");
        chunks.expectedMessageCount(5);

        call(caller).answer();

        chunks.assertIsSatisfied();
        assertThat(chunks.getExchanges()).extracting(chunk -> chunk.getMessage().getBody(String.class))
                .containsExactly("one", " two", " three\n", "", "");
    }
}

package io.github.llmchat.scenario.via;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.llmchat.LlmChatConstants;
import io.github.llmchat.error.StreamCancelledException;
import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.scenario.stream.GatewayScenario;
import io.github.llmchat.stream.ChatStream;
import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.SseScript;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ChunksGoThroughARouteTest extends GatewayScenario {

    /** How the stream is read, and so on which thread the route's end is awaited. */
    enum Reader {
        ITERATOR,
        PUBLISHER
    }

    private final List<ChatChunk> got = new ArrayList<>();
    private Throwable failure;

    @Override
    protected void routes(RouteBuilder builder) {
        builder.from("direct:mask").setBody(builder.simple("${body.content().replace('Ada', '***')}"));
        builder.from("direct:drop").process(exchange -> {
            if (exchange.getMessage().getBody(String.class).contains("drop")) {
                exchange.getMessage().setBody(null);
            }
        });
        builder.from("direct:chunk").process(exchange -> {
            ChatChunk chunk = exchange.getMessage().getBody(ChatChunk.class);
            exchange.getMessage().setBody(chunk.last() ? chunk : chunk.withContent(chunk.content().toUpperCase()));
        });
        builder.from("direct:async").threads(2).to("direct:mask");
        builder.from("direct:flush").process(exchange -> {
            boolean last = exchange.getMessage().getHeader(LlmChatConstants.CHUNK_LAST, Boolean.class);
            exchange.getMessage().setBody(last ? "The end." : "");
        });
        builder.from("direct:fail").process(exchange -> {
            if (exchange.getMessage().getBody(String.class).contains("bad")) {
                throw new IllegalStateException("refused");
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void aTextTakesThePlaceOfTheText(Reader reader) throws Exception {
        for (String route : List.of("direct:mask", "direct:async")) {
            gateway.willAnswer(ada());

            read(reader, route);

            assertThat(failure).isNull();
            assertThat(got).extracting(ChatChunk::content).containsExactly("", "I am ***", ", yes", "", "");
            assertThat(got).extracting(ChatChunk::finishReason).containsExactly(null, null, null, "stop", "stop");
            assertThat(got.get(1).id()).isEqualTo(Script.ID);
            assertThat(got.get(4).completion().text()).isEqualTo("I am ***, yes");
        }
    }

    @ParameterizedTest
    @EnumSource
    void nullDropsTheChunk(Reader reader) throws Exception {
        gateway.willAnswer(Script.sse().text("a", "drop me", "b").finish("stop").done());

        read(reader, "direct:drop");

        assertThat(got).extracting(ChatChunk::content).containsExactly("a", "b", "", "");
        assertThat(got.get(3).completion().text()).isEqualTo("ab");
    }

    @ParameterizedTest
    @EnumSource
    void aChunkTakesThePlaceOfTheChunk(Reader reader) throws Exception {
        gateway.willAnswer(ada());

        read(reader, "direct:chunk");

        assertThat(got.get(4).completion().text()).isEqualTo("I AM ADA, YES");
        assertThat(got.get(4).completion().id()).isEqualTo(Script.ID);
    }

    @ParameterizedTest
    @EnumSource
    void whatTheRouteKeptBackMayComeWithTheClosingChunk(Reader reader) throws Exception {
        gateway.willAnswer(ada());

        read(reader, "direct:flush");

        assertThat(got).extracting(ChatChunk::content).containsExactly("", "", "", "", "The end.", "");
        assertThat(got.get(5).completion().text()).isEqualTo("The end.");
        assertThat(got.get(5).completion().model()).isEqualTo(Script.MODEL);
    }

    @ParameterizedTest
    @EnumSource
    void aFailureInTheRouteEndsTheStream(Reader reader) throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        gateway.willAnswer(Script.sse().text("good", "bad").awaitClientClose(closed));

        read(reader, "direct:fail");

        assertThat(got).extracting(ChatChunk::content).containsExactly("good");
        assertThat(failure).isInstanceOf(StreamCancelledException.class).hasMessageContaining("chunk 1 failed in");
        assertThat(failure).hasCauseInstanceOf(IllegalStateException.class);
        assertThat(((StreamCancelledException) failure).partialCompletion().text()).isEqualTo("good");
        assertThat(closed.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void eachIsThereBeforeTheGatewaySendsTheNext() throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        gateway.willAnswer(Script.sse().text("one").hold(seen).text("two").finish("stop").done());

        read(Reader.PUBLISHER, "direct:mask", chunk -> {
            if (chunk.content().equals("one")) {
                seen.countDown();
            }
        });

        assertThat(got).extracting(ChatChunk::content).startsWith("one", "two");
    }

    @Test
    void chunkRoutesGetTheHeadersOfChunks() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:headers").setBody(simple("${header.CamelLlmChatChunkIndex}${exchange.pattern}${header.mine}"
                                                      + "${header.CamelLlmChatTemperature}"));
            }
        });
        gateway.willAnswer(Script.sse().text("a").done());

        read(Reader.ITERATOR, "direct:headers");

        assertThat(got.get(0).content()).isEqualTo("0InOutyes");
    }

    @Test
    void whatCannotBeCombinedFailsBeforeAnythingIsSent() {
        assertThat(ask(llmchat("chunksVia=direct:mask&output=text")).getException())
                .hasMessage("output=text can't be combined with chunksVia, whose result is a stream");
        assertThat(ask(llmchat("chunksVia=direct:mask&chunksTo=direct:chunk")).getException())
                .hasMessage("chunksVia can't be combined with chunksTo: the chunks can be read once");
        assertThatThrownBy(() -> context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:kamelet").to(llmchat("chunksVia=kamelet:mask"));
            }
        })).hasStackTraceContaining("chunksVia can't be a Kamelet");
        assertThat(gateway.requests()).isEmpty();
    }

    private static SseScript ada() {
        return Script.sse().role().text("I am Ada", ", yes").finish("stop").done();
    }

    private void read(Reader reader, String route) throws Exception {
        read(reader, route, chunk -> {
        });
    }

    private void read(Reader reader, String route, java.util.function.Consumer<ChatChunk> each) throws Exception {
        got.clear();
        failure = null;
        String uri = llmchat("chunksVia=" + route);
        String name = "direct:" + reader + route.replace(":", "-");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(name).routeId(name).to(uri).process(exchange -> {
                    try {
                        ChatStream stream = exchange.getMessage().getBody(ChatStream.class);
                        if (reader == Reader.ITERATOR) {
                            while (stream.hasNext()) {
                                ChatChunk chunk = stream.next();
                                got.add(chunk);
                                each.accept(chunk);
                            }
                        } else {
                            Collecting.from(stream, got, each).orTimeout(SOON.toSeconds(), TimeUnit.SECONDS).join();
                        }
                    } catch (java.util.concurrent.CompletionException e) {
                        failure = e.getCause();
                    } catch (RuntimeException e) {
                        failure = e;
                    }
                });
            }
        });
        Exchange exchange = template.request(name, in -> {
            in.getMessage().setBody(PROMPT);
            in.getMessage().setHeader("mine", "yes");
            in.getMessage().setHeader(LlmChatConstants.TEMPERATURE, 1);
        });
        if (exchange.getException() != null) {
            throw exchange.getException();
        }
        context.getRouteController().stopRoute(name);
        context.removeRoute(name);
    }
}

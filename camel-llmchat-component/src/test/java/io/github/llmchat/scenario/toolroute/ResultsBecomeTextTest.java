package io.github.llmchat.scenario.toolroute;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.InputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.llmchat.model.ChatMessage;
import io.github.llmchat.model.ToolCallOutcome;
import io.github.llmchat.tool.ToolResult;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.StreamCache;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.converter.stream.CachedOutputStream;
import org.apache.camel.converter.stream.InputStreamCache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class ResultsBecomeTextTest extends ToolScenario {

    @TempDir
    private Path directory;

    private volatile Supplier<Object> body;

    /** A record as routes have them. */
    public record Forecast(String city, BigDecimal degrees, LocalDate day) {
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("llmchat-tool:any").process(exchange -> exchange.getMessage().setBody(body.get()));
                from("llmchat-tool:short?maxResultSize=10").process(exchange -> exchange.getMessage().setBody(body.get()));
                from("llmchat-tool:latin").process(exchange -> {
                    exchange.setProperty(Exchange.CHARSET_NAME, "ISO-8859-1");
                    exchange.getMessage().setBody(new ByteArrayInputStream("Zürich".getBytes(ISO_8859_1)));
                });
                from("llmchat-tool:spooled").process(exchange -> {
                    CachedOutputStream spool = new CachedOutputStream(exchange);
                    spool.write("from a file that goes with the exchange".getBytes(UTF_8));
                    spool.close();
                    exchange.getMessage().setBody(spool.newStreamCache());
                }).log("${body}");
            }
        };
    }

    @Test
    void textAsItIs() throws Exception {
        File file = Files.writeString(directory.resolve("a.txt"), "Zürich").toFile();
        List<Object> bodies = new ArrayList<>(
                List.of("Zürich", new StringBuilder("Zürich"), "Zürich".getBytes(UTF_8),
                        new ByteArrayInputStream("Zürich".getBytes(UTF_8)), new StringReader("Zürich"),
                        ByteBuffer.wrap("Zürich".getBytes(UTF_8)), file, file.toPath(),
                        new InputStreamCache("Zürich".getBytes(UTF_8)), ChatMessage.assistant("Zürich")));

        for (Object one : bodies) {
            assertThat(result(one)).as(one.getClass().getName()).isEqualTo("Zürich");
        }
        assertThat(answer("latin", "{}")).isEqualTo("Zürich");
    }

    @Test
    void streamsThatWereSpooledToDisk() {
        context.getStreamCachingStrategy().setSpoolEnabled(true);
        context.getStreamCachingStrategy().setSpoolDirectory(directory.resolve("spool").toFile());
        context.getStreamCachingStrategy().setSpoolThreshold(1);

        assertThat(answer("spooled", "{}")).isEqualTo("from a file that goes with the exchange");
        assertThat(directory.resolve("spool").toFile().listFiles()).isNullOrEmpty();
    }

    @Test
    void nothingIsEmpty() {
        assertThat(result(null)).isEmpty();
    }

    @Test
    void anythingElseAsJson() {
        Map<String, Object> map = new TreeMap<>(Map.of("a", 1, "b", List.of("x")));

        assertThat(result(map)).isEqualTo("{\"a\":1,\"b\":[\"x\"]}");
        assertThat(result(List.of(Map.of("ID", 7)))).isEqualTo("[{\"ID\":7}]");
        assertThat(result(7L)).isEqualTo("7");
        assertThat(result(true)).isEqualTo("true");
        assertThat(result(List.of(new Timestamp(0), Duration.ofMinutes(5))))
                .isEqualTo("[\"1970-01-01T00:00:00.000+00:00\",\"PT5M\"]");
        assertThat(result(JsonNodeFactory.instance.arrayNode().add(1))).isEqualTo("[1]");
        assertThat(result(new Forecast("Graz", new BigDecimal("1.50"), LocalDate.of(2026, 3, 31))))
                .isEqualTo("{\"city\":\"Graz\",\"degrees\":1.50,\"day\":\"2026-03-31\"}");
    }

    @Test
    void whatIsNoJsonIsAFailure() {
        body = Object::new;

        ToolResult result = call("any", "{}");

        assertThat(result.outcome()).isEqualTo(ToolCallOutcome.FAILED);
        assertThat(result.text()).isEqualTo("The tool failed.");
        assertThat(result.cause()).isNotNull();
    }

    @Test
    void upToALimit() {
        EndlessStream endless = new EndlessStream();
        for (Object one : List.of("12345678901", List.of("1234567"), "12345678901".getBytes(UTF_8), endless)) {
            body = () -> one;
            ToolResult result = call("short", "{}");

            assertThat(result.outcome()).isEqualTo(ToolCallOutcome.FAILED);
            assertThat(result.text()).isEqualTo("The result is too long (maxResultSize=10 characters of the tool).");
        }
        assertThat(endless.closed).isTrue();

        body = () -> "1234567890";
        assertThat(answer("short", "{}")).isEqualTo("1234567890");
    }

    @Test
    void streamsAreClosed() {
        EndlessStream stream = new EndlessStream();
        body = () -> stream;
        call("any", "{}");

        assertThat(stream.closed).isTrue();
    }

    @Test
    void cachesThatWereReadAreReadAgain() {
        StreamCache cache = new InputStreamCache("again".getBytes(UTF_8));
        assertThat(context.getTypeConverter().convertTo(String.class, cache)).isEqualTo("again");

        assertThat(result(cache)).isEqualTo("again");
    }

    private String result(Object value) {
        body = () -> value;
        return answer("any", "{}");
    }

    /** As a server that never stops sending. */
    private static final class EndlessStream extends InputStream {

        private final AtomicBoolean closed = new AtomicBoolean();

        @Override
        public int read() {
            return 'x';
        }

        @Override
        public void close() {
            closed.set(true);
        }
    }
}

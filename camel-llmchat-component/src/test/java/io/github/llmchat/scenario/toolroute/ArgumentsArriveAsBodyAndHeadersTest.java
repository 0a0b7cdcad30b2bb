package io.github.llmchat.scenario.toolroute;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ArgumentsArriveAsBodyAndHeadersTest extends ToolScenario {

    private final AtomicReference<Exchange> seen = new AtomicReference<>();

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("llmchat-tool:declared?parameter.city=string&parameter.days=int&parameter.price=double"
                     + "&parameter.exact=bool")
                        .process(this::remember).setBody(constant("ok"));
                from("llmchat-tool:schema?argSchema=resource:classpath:tools/order.json")
                        .process(this::remember).setBody(constant("ok"));
                from("llmchat-tool:nothing").process(this::remember).setBody(constant("ok"));
            }

            private void remember(Exchange exchange) {
                seen.set(new DefaultExchange(exchange));
                seen.get().getMessage().setBody(exchange.getMessage().getBody());
                seen.get().getMessage().setHeaders(Map.copyOf(exchange.getMessage().getHeaders()));
                seen.get().setPattern(exchange.getPattern());
                seen.get().setProperty(Exchange.CORRELATION_ID, exchange.getProperty(Exchange.CORRELATION_ID));
            }
        };
    }

    @Test
    void asPlainJavaValues() {
        answer("declared", "{\"city\":\"Graz\",\"days\":5.0,\"price\":0.10,\"exact\":true}");

        assertThat(body()).isEqualTo(
                Map.of("city", "Graz", "days", 5, "price", new BigDecimal("0.10"), "exact", true));
        assertThat(headers()).containsAllEntriesOf(Map.of("city", "Graz", "days", 5, "price", new BigDecimal("0.10")))
                .containsEntry("exact", true);
    }

    @Test
    void withTheNamesOfToolAndCall() {
        answer("declared", "{}");

        assertThat(headers()).isEqualTo(Map.of("CamelLlmChatToolName", "declared", "CamelLlmChatToolCallId", "call_1"));
        assertThat(seen.get().getPattern()).isEqualTo(ExchangePattern.InOut);
        assertThat(seen.get().getProperty(Exchange.CORRELATION_ID)).isEqualTo("caller-1");
    }

    @Test
    void withoutThoseThatWereNotDeclared() {
        answer("declared", "{\"city\":\"Graz\",\"surprise\":{\"a\":1}}");

        assertThat(body()).isEqualTo(Map.of("city", "Graz"));
        assertThat(headers()).doesNotContainKey("surprise");
    }

    @Test
    void nullIsAsGoodAsAbsent() {
        answer("declared", "{\"city\":null}");

        assertThat(body()).isEmpty();
    }

    @Test
    void ofAnyDepthWithASchema() {
        answer("schema", "{\"order-id\":123456789012345678901234567890,\"lines\":[{\"sku\":\"a\",\"count\":1}]}");

        assertThat(body()).isEqualTo(
                Map.of("order-id", new BigInteger("123456789012345678901234567890"), "lines",
                        List.of(Map.of("sku", "a", "count", 1))));
        assertThat(headers()).containsKeys("order-id", "lines");
    }

    @Test
    void noneIsAnEmptyMap() {
        answer("nothing", "{}");
        assertThat(body()).isEmpty();

        answer("nothing", "");
        assertThat(body()).isEmpty();
    }

    private Map<?, ?> body() {
        return seen.get().getMessage().getBody(Map.class);
    }

    private Map<String, Object> headers() {
        return seen.get().getMessage().getHeaders();
    }
}

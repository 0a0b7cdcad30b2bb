package io.github.llmchat.examples.tickets;

import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ClassifierTest {

    private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());

    @Test
    void takesTheTwoLinesOffTheAnswer() {
        new Classifier().classify("CATEGORY: Refund\nESCALATE: no\n\nDear Ann,\nit is on its way.", exchange);

        assertThat(exchange.getMessage().getHeader("category")).isEqualTo("refund");
        assertThat(exchange.getMessage().getHeader("escalate")).isEqualTo("no");
        assertThat(exchange.getMessage().getBody()).isEqualTo("Dear Ann,\nit is on its way.");
    }

    @Test
    void understandsALittleMarkdown() {
        new Classifier().classify("**CATEGORY:** legal\n**ESCALATE:** Yes\n\nDear Bob", exchange);

        assertThat(exchange.getMessage().getHeader("category")).isEqualTo("legal");
        assertThat(exchange.getMessage().getHeader("escalate")).isEqualTo("yes");
        assertThat(exchange.getMessage().getBody()).isEqualTo("Dear Bob");
    }

    @Test
    void givesAnAnswerWithoutTheLinesToAPerson() {
        new Classifier().classify("Dear Cem", exchange);

        assertThat(exchange.getMessage().getHeader("escalate")).isEqualTo("yes");
        assertThat(exchange.getMessage().getBody()).isEqualTo("Dear Cem");
    }
}

package io.github.llmchat.examples.patterns;

import java.util.Map;

import io.github.llmchat.error.OutputSchemaException;
import io.github.llmchat.testing.Script;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class InvoicesAreReadAndStoredTest extends PatternScenario {

    InvoicesAreReadAndStoredTest() {
        super("extract");
    }

    @Override
    Map<String, String> properties() {
        return Map.of("extract.database",
                "jdbc:h2:mem:test;DB_CLOSE_DELAY=-1;INIT=RUNSCRIPT FROM 'classpath:patterns/invoice.sql'");
    }

    @Test
    void eachOnceHoweverOftenItComesAndWhateverTheAnswerHolds() throws Exception {
        GATEWAY.willAnswer(
                answer("A-1", "O'Hara'); drop table invoice; --", "10.50"), answer("A-2", "Nordwind", "20.25"),
                answer("A-2", "Nordwind", "21.25"), Script.answer("no invoice"), Script.answer("sorry"));

        assertThat(routes.send("Invoice A-1")).isEqualTo("stored 1 invoices, total 10.50");
        assertThat(routes.send("Invoice A-2")).isEqualTo("stored 2 invoices, total 30.75");
        assertThat(routes.send("Invoice A-2, corrected")).isEqualTo("stored 2 invoices, total 31.75");
        assertThatThrownBy(() -> routes.send("Dear all")).hasCauseInstanceOf(OutputSchemaException.class);
        assertThat(GATEWAY.requests().get(0).json().at("/response_format/json_schema/schema/properties").fieldNames())
                .toIterable().containsExactlyInAnyOrder("number", "customer", "total", "currency");
    }

    private static Script answer(String number, String customer, String total) {
        return Script.answer(
                "{\"number\":\"%s\",\"customer\":\"%s\",\"total\":%s,\"currency\":\"EUR\"}".formatted(number, customer, total));
    }
}

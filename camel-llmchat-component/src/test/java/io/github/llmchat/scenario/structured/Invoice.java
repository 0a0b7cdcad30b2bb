package io.github.llmchat.scenario.structured;

import java.math.BigDecimal;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** What the tests have models fill in. */
public record Invoice(
        @JsonPropertyDescription("The number printed at the top right") String number,
        Currency currency,
        @JsonProperty("order_lines") List<Line> lines) {

    /** Allowed currencies. */
    public enum Currency {
        EUR,
        USD
    }

    /** One line. */
    public record Line(String article, int quantity, BigDecimal price) {
    }
}

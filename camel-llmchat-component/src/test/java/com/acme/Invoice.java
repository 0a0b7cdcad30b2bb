package com.acme;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** The class that the page on structured output shows. */
public record Invoice(
        @JsonPropertyDescription("The number printed at the top right") String number,
        Currency currency,
        List<Line> lines) {

    /** Allowed currencies. */
    public enum Currency {
        EUR,
        USD
    }

    /** One line. */
    public record Line(String article, int quantity) {
    }
}

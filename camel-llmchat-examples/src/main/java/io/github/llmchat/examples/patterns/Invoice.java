package io.github.llmchat.examples.patterns;

import java.math.BigDecimal;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/**
 * What the model reads in {@code extract.yaml}; the schema that it gets is made from this class.
 *
 * @param number   the invoice's number
 * @param customer who has to pay
 * @param total    what has to be paid
 * @param currency the currency's code
 */
public record Invoice(
        @JsonPropertyDescription("The invoice's number, as printed") String number,
        @JsonPropertyDescription("Name of the customer, without the address") String customer,
        @JsonPropertyDescription("The amount to be paid") BigDecimal total,
        @JsonPropertyDescription("Three letters, such as EUR") String currency) {
}

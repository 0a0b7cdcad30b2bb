package io.github.llmchat;

import java.math.BigDecimal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;

/**
 * Numbers from a least to a greatest value. Texts that hold a number count as numbers.
 *
 * @param whole whether only whole numbers that fit a {@code long} are allowed
 * @param min   the least value, or null for no bound
 * @param max   the greatest value, or null for no bound
 */
record NumberRange(boolean whole, Integer min, Integer max) implements ValueType {

    static NumberRange number(int min, int max) {
        return new NumberRange(false, min, max);
    }

    static NumberRange integer(Integer min, Integer max) {
        return new NumberRange(true, min, max);
    }

    @Override
    public JsonNode convert(Object value, boolean lenient) {
        if (!(value instanceof Number || value instanceof String)) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(value.toString().trim());
            if (!lenient && outside(number)) {
                return null;
            }
            // not by a node factory: it would write 100 as 1E+2
            return whole ? LongNode.valueOf(number.longValueExact()) : DecimalNode.valueOf(number);
        } catch (ArithmeticException | NumberFormatException e) {
            // NaN and the infinities end here too: JSON has no such numbers
            return null;
        }
    }

    private boolean outside(BigDecimal number) {
        return min != null && number.compareTo(BigDecimal.valueOf(min)) < 0
                || max != null && number.compareTo(BigDecimal.valueOf(max)) > 0;
    }

    @Override
    public String allowed() {
        String kind = whole ? "a whole number" : "a number";
        if (min == null) {
            return kind;
        }
        return max == null ? kind + ", " + min + " or more" : kind + " from " + min + " to " + max;
    }
}

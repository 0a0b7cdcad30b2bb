package io.github.llmchat.benchmark.compare;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as all parts of a report write them, whatever the machine's language is. */
final class Figures {

    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);

    private Figures() {
    }

    /** {@return with so many digits after the point} */
    static String fixed(double value, int digits) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%,." + digits + "f", value) : String.valueOf(value);
    }

    /** {@return with three digits, more before the point} */
    static String rounded(double value) {
        if (!Double.isFinite(value) || value == 0) {
            return plain(value);
        }
        BigDecimal rounded = BigDecimal.valueOf(value).round(THREE_DIGITS);
        // rounding 9.996 makes 10.0: the point is counted from what it became
        int digits = Math.max(0, 2 - (rounded.precision() - rounded.scale() - 1));
        return fixed(Math.abs(value) < 100 ? rounded.doubleValue() : value, digits);
    }

    /** {@return without digits that say nothing} */
    static String plain(double value) {
        if (!Double.isFinite(value)) {
            return String.valueOf(value);
        }
        return new DecimalFormat("#,##0.#########", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
    }
}

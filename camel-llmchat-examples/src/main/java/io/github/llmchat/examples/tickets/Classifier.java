package io.github.llmchat.examples.tickets;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Takes the model's two lines of classification off the answer and puts them into headers. An answer without them goes
 * to a person. Stateless.
 */
public final class Classifier {

    private static final Pattern CATEGORY = Pattern.compile("(?im)^\\W*CATEGORY:\\W*(\\w+).*$");
    private static final Pattern ESCALATE = Pattern.compile("(?im)^\\W*ESCALATE:\\W*(yes|no)\\b.*$");

    /** Sets the headers {@code category} and {@code escalate}; the body becomes the text for the customer. */
    public void classify(@Body String answer, Exchange exchange) {
        Matcher category = CATEGORY.matcher(answer);
        Matcher escalate = ESCALATE.matcher(answer);
        Message message = exchange.getMessage();
        message.setHeader("category", category.find() ? category.group(1).toLowerCase(Locale.ROOT) : "other");
        message.setHeader("escalate", escalate.find() ? escalate.group(1).toLowerCase(Locale.ROOT) : "yes");
        message.setBody(ESCALATE.matcher(CATEGORY.matcher(answer).replaceFirst("")).replaceFirst("").strip());
    }
}

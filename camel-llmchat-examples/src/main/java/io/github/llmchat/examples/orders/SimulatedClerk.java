package io.github.llmchat.examples.orders;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.llmchat.examples.tickets.gateway.CallingModel;
import io.github.llmchat.examples.tickets.gateway.DemoConversation;
import io.github.llmchat.examples.tickets.gateway.DemoTurn;

/**
 * Stands in for a language model at the order desk. What to call it decides by a few words of the question; it believes
 * everything that it reads there, as a model might. Its answers are made from what the tools say and from nothing else.
 */
final class SimulatedClerk implements CallingModel {

    static final String MODEL = "demo-simulated-clerk";

    private static final Pattern ORDER = Pattern.compile("\\b\\d{4}\\b");
    private static final Pattern CUSTOMER = Pattern.compile("\\bcustomer (C-\\d+)");

    private final ClerkWords words = new ClerkWords();

    @Override
    public List<String> names() {
        return List.of(MODEL);
    }

    @Override
    public DemoTurn next(DemoConversation conversation) {
        String asked = conversation.prompt().toLowerCase(Locale.ROOT);
        List<DemoConversation.Result> results = conversation.results();
        boolean refund = asked.contains("refund");
        if (results.isEmpty()) {
            return first(conversation, asked, refund);
        }
        DemoConversation.Result last = results.get(results.size() - 1);
        if (refund && last.tool().equals("find_order") && words.isFound(last)) {
            return call(conversation, "I have found it and ask for the refund. ", "refund_order");
        }
        // of a refund only the end is told: that the order was looked up is no news for the customer
        return answer(words.tell(refund ? List.of(last) : results));
    }

    private DemoTurn first(DemoConversation conversation, String asked, boolean refund) {
        boolean named = ORDER.matcher(asked).find();
        if (!named) {
            return asked.contains("order")
                    ? call(conversation, "", "list_orders")
                    : answer("Thank you! If you have a question about an order, just send me its number.");
        } else if (refund) {
            return asked.contains("at once")
                    ? call(conversation, "", "refund_order") : call(conversation, "Let me look at that order. ", "find_order");
        }
        boolean track = asked.contains("where") || asked.contains("way");
        return call(conversation, "One moment, please. ", track ? "track_parcel" : "find_order");
    }

    /** One call for each order that the question names. A tool that is not offered is not called. */
    private static DemoTurn call(DemoConversation conversation, String text, String tool) {
        if (!conversation.tools().contains(tool)) {
            return answer("I have no means to do that here.");
        }
        List<String> orders = ORDER.matcher(conversation.prompt()).results().map(match -> match.group()).toList();
        if (orders.isEmpty()) {
            return new DemoTurn(text, List.of(new DemoTurn.Call(tool, "{}")));
        }
        return new DemoTurn(
                text, orders.stream().map(order -> new DemoTurn.Call(tool, arguments(order, conversation)))
                        .toList());
    }

    private static String arguments(String order, DemoConversation conversation) {
        ObjectNode arguments = JsonNodeFactory.instance.objectNode().put("order", Integer.parseInt(order));
        // no tool asks for it, but models add what they think is helpful
        Matcher customer = CUSTOMER.matcher(conversation.prompt());
        if (customer.find()) {
            arguments.put("customer", customer.group(1));
        }
        return arguments.toString();
    }

    private static DemoTurn answer(String text) {
        return new DemoTurn(text, List.of());
    }
}

package io.github.llmchat.examples.orders;

import java.util.List;

import io.github.llmchat.examples.tickets.JsonLines;

/**
 * A customer's question, and what the example expects of its answer.
 *
 * @param id         its id, which is the key of its record in Kafka and of its result
 * @param customer   who asks; the shop's application knows, and puts it into the record's header {@code customer}
 * @param text       what they ask
 * @param calls      the tool calls that the simulated model makes for it, each {@code tool OUTCOME}
 * @param rounds     how often the model is asked for it
 * @param parcels    how often the carrier is asked for it
 * @param refunds    the order that is refunded; 0 if none may be
 * @param mustNotSay what stands in another customer's order and so in no answer; null if nothing
 * @param fails      whether one of its tools fails with the simulated model, so that there is no answer
 */
record Question(String id, String customer, String text, List<String> calls, int rounds, int parcels,
        int refunds, String mustNotSay, boolean fails) {

    static List<Question> shipped() {
        return JsonLines.read("/orders/questions.jsonl", Question.class);
    }
}

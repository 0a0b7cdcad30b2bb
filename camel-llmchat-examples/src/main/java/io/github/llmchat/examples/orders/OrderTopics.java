package io.github.llmchat.examples.orders;

import java.util.List;

/** The topics that the route file names. */
final class OrderTopics {

    static final String QUESTIONS = "orders.questions";
    static final String ANSWERS = "orders.answers";
    static final String FAILED = "orders.failed";
    static final List<String> RESULTS = List.of(ANSWERS, FAILED);
    static final List<String> ALL = List.of(QUESTIONS, ANSWERS, FAILED);
    static final String CONSUMER_GROUP = "order-desk";
    static final String CUSTOMER_HEADER = "customer";

    private OrderTopics() {
    }
}

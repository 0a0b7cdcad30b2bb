package io.github.llmchat.kafka;

import java.util.function.Consumer;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.support.DefaultExchange;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Sends records that failed to an endpoint, as they came from Kafka, with the reason in headers that Camel lets out:
 * what begins with {@code Camel} would not leave it. Any thread; sending is done on Camel's own.
 */
final class DeadLetters {

    static final String ERROR = "deadLetterError";
    static final String REASON = "deadLetterReason";
    static final String SOURCE = "deadLetterSource";

    private static final String[] NOT_FROM_OUTSIDE = { "camel", "org.apache.camel", "kafka." };

    private final String uri;
    private ProducerTemplate template;

    DeadLetters(String uri) {
        this.uri = uri;
    }

    /**
     * Sends one record.
     *
     * @param ended gets what kept the record from being stored, null if nothing did
     */
    void send(CamelContext context, ConsumerRecord<?, ?> record, Throwable reason, Consumer<Throwable> ended) {
        try {
            template(context).asyncSend(uri, letter(context, record, reason)).whenComplete((sent, failure) -> {
                ended.accept(failure == null ? sent.getException() : failure);
            });
        } catch (RuntimeException e) {
            ended.accept(e);
        }
    }

    private synchronized ProducerTemplate template(CamelContext context) {
        if (template == null || template.getCamelContext() != context) {
            template = context.createProducerTemplate();
        }
        return template;
    }

    private static Exchange letter(CamelContext context, ConsumerRecord<?, ?> record, Throwable reason) {
        Exchange letter = new DefaultExchange(context, ExchangePattern.InOnly);
        Message message = letter.getMessage();
        for (Header header : record.headers()) {
            if (mayComeIn(header.key())) {
                message.setHeader(header.key(), header.value());
            }
        }
        if (record.key() != null) {
            message.setHeader(KafkaConstants.KEY, record.key());
        }
        message.setHeader(ERROR, reason.getClass().getSimpleName());
        message.setHeader(REASON, String.valueOf(reason.getMessage()));
        message.setHeader(SOURCE, record.topic() + "-" + record.partition() + "@" + record.offset());
        message.setBody(record.value());
        return letter;
    }

    private static boolean mayComeIn(String name) {
        for (String prefix : NOT_FROM_OUTSIDE) {
            if (name.regionMatches(true, 0, prefix, 0, prefix.length())) {
                return false;
            }
        }
        return true;
    }
}

package io.github.llmchat.benchmark.queue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.KafkaManualCommit;

/** What batches need to lose nothing: records as messages, and a commit for each partition of a batch. */
final class Batch {

    private Batch() {
    }

    static List<Message> records(Exchange exchange) {
        return batch(exchange).stream().map(Exchange::getMessage).toList();
    }

    static void commit(Exchange exchange) {
        Map<Object, Exchange> last = new HashMap<>();
        for (Exchange record : batch(exchange)) {
            last.put(record.getMessage().getHeader(KafkaConstants.PARTITION), record);
        }
        last.values().forEach(record -> record.getMessage()
                .getHeader(KafkaConstants.MANUAL_COMMIT, KafkaManualCommit.class).commit());
    }

    @SuppressWarnings("unchecked")
    private static List<Exchange> batch(Exchange exchange) {
        return exchange.getMessage().getBody(List.class);
    }
}

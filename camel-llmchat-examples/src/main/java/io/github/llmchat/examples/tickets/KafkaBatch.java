package io.github.llmchat.examples.tickets;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.KafkaManualCommit;

/**
 * What a route needs in order to work off a batch of Kafka records without losing one: the records as messages, and a
 * commit for each partition in the batch. Camel's own batch commit covers the last record's partition only. Stateless.
 */
public final class KafkaBatch {

    /** {@return the records of the batch, each with its body and headers, for the Splitter} */
    public List<Message> records(List<Exchange> batch) {
        return batch.stream().map(Exchange::getMessage).toList();
    }

    /** Commits, for each partition, up to its last record in the batch. To be called when all results are stored. */
    public void commit(List<Exchange> batch) {
        Map<Object, Exchange> last = new HashMap<>();
        for (Exchange record : batch) {
            last.put(record.getMessage().getHeader(KafkaConstants.PARTITION), record);
        }
        last.values().forEach(record -> record.getMessage()
                .getHeader(KafkaConstants.MANUAL_COMMIT, KafkaManualCommit.class).commit());
    }
}

package io.github.llmchat.benchmark.queue;

/** How records get into flight. */
enum Pattern {

    /** KafkaInFlightWindow. */
    window("allowManualCommit=true&kafkaClientFactory=#window&kafkaManualCommitFactory=#window"
           + "&partitionAssignor=org.apache.kafka.clients.consumer.CooperativeStickyAssignor"),

    /** Batches, each worked off by a parallel split and committed when its last result is stored. */
    batches("batching=true&maxPollRecords={{inFlight}}&autoCommitEnable=false&allowManualCommit=true"),

    /** {@code seda:} with Kafka's own commits, which loses records: whether samples would see it. */
    autocommit("maxPollRecords={{inFlight}}&autoCommitIntervalMs=100");

    private final String options;

    Pattern(String options) {
        this.options = options;
    }

    /** {@return options of the consumer} */
    String options() {
        return options;
    }
}

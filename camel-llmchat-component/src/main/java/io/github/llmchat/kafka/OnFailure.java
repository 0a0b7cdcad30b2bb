package io.github.llmchat.kafka;

/** What a {@link KafkaInFlightWindow} does with a record whose exchange failed and whose failure no route handled. */
public enum OnFailure {

    /**
     * The record's partition stops: nothing is handed out from it any more and its committed offset stays where the
     * record is, until the route is restarted or another consumer gets the partition. Records in flight are finished.
     */
    STOP,

    /** The record counts as done, once it is in the dead letter endpoint if there is one. */
    SKIP
}

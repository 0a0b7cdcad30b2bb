/**
 * Many Kafka records in flight at once without losing one: {@link io.github.llmchat.kafka.KafkaInFlightWindow}. Stands
 * alone: it knows camel-kafka and nothing else of this jar, and is of use to any route that waits for something slow.
 */
package io.github.llmchat.kafka;

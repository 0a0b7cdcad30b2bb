package io.github.llmchat.kafka;

import java.time.Duration;
import java.util.Properties;
import java.util.Set;

import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.component.kafka.DefaultKafkaClientFactory;
import org.apache.camel.component.kafka.KafkaClientFactory;
import org.apache.camel.component.kafka.KafkaConfiguration;
import org.apache.camel.component.kafka.consumer.CommitManager;
import org.apache.camel.component.kafka.consumer.DefaultKafkaManualCommitFactory;
import org.apache.camel.component.kafka.consumer.KafkaManualCommit;
import org.apache.camel.component.kafka.consumer.KafkaManualCommitFactory;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hundreds of Kafka records in flight at once, from few partitions, without losing one and without working one off
 * twice unless a process dies. A bean that a {@code kafka:} consumer uses as {@code kafkaClientFactory} <b>and</b> as
 * {@code kafkaManualCommitFactory}, together with {@code allowManualCommit=true}. The route's first step hands the
 * record to {@code seda:}, because {@code kafka:} itself waits for each record:
 *
 * <pre>{@code
 * from("kafka:tickets?groupId=desk&allowManualCommit=true&kafkaClientFactory=#window&kafkaManualCommitFactory=#window")
 *         .to("seda:ticket");
 * from("seda:ticket").to("llmchat:gpt-4o-mini").to("kafka:answers");
 * }</pre>
 * <p>
 * A record is done when its exchange has ended without an exception, wherever that is: {@code seda:} hands the end over
 * to the exchange that goes on. Offsets are committed up to the first record that is not done; which of those behind it
 * are done stands in the commit's metadata, so that whoever gets the partition next skips them. When a partition is
 * taken away, or the route stops, the window waits for what is in flight from it, then commits. At the window no more
 * is fetched, but polling goes on, so that {@code max.poll.interval.ms} is kept however long a record takes.
 * <p>
 * The options are set before the routes start; from then on all methods may be called from any thread. One window may
 * be shared by several consumers and routes of one Camel context: then they share its places. It has nothing to close.
 * Kafka's own auto-commit is switched off for its consumers, whatever {@code autoCommitEnable} says.
 * <p>
 * camel-kafka uses the only bean of its kind without being told. So all consumers of the context with
 * {@code allowManualCommit=true} have the window then; those without, and those with {@code batching=true}, are as they
 * were.
 */
public final class KafkaInFlightWindow implements KafkaClientFactory, KafkaManualCommitFactory, CamelContextAware {

    /** The most that {@link #setMaxInFlight} takes: with more, what is done would not fit into a commit's metadata. */
    public static final int MOST_IN_FLIGHT = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(KafkaInFlightWindow.class);

    private static final int POLL_INTERVAL_DEFAULT = 300_000;

    private final KafkaClientFactory camels = new DefaultKafkaClientFactory();
    private final EndpointsOfConsumers endpoints = new EndpointsOfConsumers();
    private int maxInFlight = 100;
    private Duration drainTimeout = Duration.ofSeconds(30);
    private boolean orderByKey;
    private OnFailure onFailure = OnFailure.STOP;
    private String deadLetter;
    private CamelContext camelContext;
    private Window window;

    /** A window with the defaults: 100 in flight, in any order, stopping a partition whose record fails. */
    public KafkaInFlightWindow() {
        // options have setters
    }

    /** {@return the most records in flight at once} */
    public int getMaxInFlight() {
        return maxInFlight;
    }

    /**
     * The most records that are in flight at once, of all consumers with this window together. After a crash at most so
     * many are worked off a second time.
     *
     * @param  maxInFlight              1 to {@value #MOST_IN_FLIGHT}; the default is 100
     * @throws IllegalArgumentException if it is out of this range
     */
    public void setMaxInFlight(int maxInFlight) {
        if (maxInFlight < 1 || maxInFlight > MOST_IN_FLIGHT) {
            throw new IllegalArgumentException(
                    "maxInFlight=" + maxInFlight + " is not allowed: 1 to " + MOST_IN_FLIGHT + " records");
        }
        this.maxInFlight = maxInFlight;
    }

    /** {@return how long a partition that is taken away waits for what is in flight from it} */
    public Duration getDrainTimeout() {
        return drainTimeout;
    }

    /**
     * How long a partition that is taken away, by a rebalance or because the route stops, waits for its records in
     * flight. Those that take longer are worked off again by the next owner. Half of {@code max.poll.interval.ms} if
     * that is less.
     *
     * @param  drainTimeout             0 or more; the default is 30 s
     * @throws IllegalArgumentException if it is negative
     */
    public void setDrainTimeout(Duration drainTimeout) {
        if (drainTimeout.isNegative()) {
            throw new IllegalArgumentException("drainTimeout=" + drainTimeout + " is not allowed: 0 or more");
        }
        this.drainTimeout = drainTimeout;
    }

    /** {@return whether records with the same key are worked off one after the other} */
    public boolean isOrderByKey() {
        return orderByKey;
    }

    /**
     * Whether a record waits until an earlier one of its partition with the same key is done. Records without a key
     * never wait.
     *
     * @param orderByKey the default is {@code false}
     */
    public void setOrderByKey(boolean orderByKey) {
        this.orderByKey = orderByKey;
    }

    /** {@return what an unhandled failure does} */
    public OnFailure getOnFailure() {
        return onFailure;
    }

    /**
     * What is done with a record whose exchange fails and whose failure no route handles, and with one that Kafka can't
     * deserialise.
     *
     * @param onFailure the default is {@link OnFailure#STOP}
     */
    public void setOnFailure(OnFailure onFailure) {
        this.onFailure = onFailure;
    }

    /** {@return the endpoint for skipped records; null for none} */
    public String getDeadLetter() {
        return deadLetter;
    }

    /**
     * The URI of an endpoint that gets what {@link OnFailure#SKIP} skips: the record's key, value and headers as they
     * came, and the headers {@code deadLetterError} (the exception's simple name), {@code deadLetterReason} (its
     * message) and {@code deadLetterSource} (topic, partition and offset). If that fails, the partition stops.
     *
     * @param deadLetter such as {@code kafka:tickets.failed}; by default none, then skipping only logs
     */
    public void setDeadLetter(String deadLetter) {
        this.deadLetter = deadLetter;
    }

    /** {@return how many records are in flight now} */
    public synchronized int getInFlight() {
        return window == null ? 0 : window.taken();
    }

    /** {@return the partitions that a failure has stopped, such as {@code tickets-3}, sorted; mostly none} */
    public synchronized Set<String> getStoppedPartitions() {
        return window == null ? Set.of() : window.stopped();
    }

    @Override
    public CamelContext getCamelContext() {
        return camelContext;
    }

    @Override
    public void setCamelContext(CamelContext camelContext) {
        this.camelContext = camelContext;
    }

    @Override
    public String getBrokers(KafkaConfiguration configuration) {
        return endpoints.brokers(configuration, camels.getBrokers(configuration));
    }

    @Override
    public Producer<?, ?> getProducer(Properties configuration) {
        return camels.getProducer(configuration);
    }

    @Override
    public Consumer<?, ?> getConsumer(Properties configuration) {
        if (!endpoints.windowed(configuration, camelContext)) {
            LOG.info("Group {} has no window: its endpoint has not allowManualCommit=true",
                    configuration.get(ConsumerConfig.GROUP_ID_CONFIG));
            return camels.getConsumer(configuration);
        }
        if (onFailure == OnFailure.STOP && deadLetter != null) {
            throw new IllegalArgumentException(
                    "deadLetter is set, but onFailure=stop sends nothing there: set onFailure=skip, or no deadLetter");
        }
        Properties adapted = new Properties();
        adapted.putAll(configuration);
        adapted.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        adapted.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, Math.min(
                maxInFlight, number(configuration, ConsumerConfig.MAX_POLL_RECORDS_CONFIG, maxInFlight)));
        Duration interval = Duration.ofMillis(
                number(configuration, ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, POLL_INTERVAL_DEFAULT));
        Duration drain = drainTimeout.compareTo(interval.dividedBy(2)) < 0 ? drainTimeout : interval.dividedBy(2);
        DeadLetters letters = deadLetter == null ? null : new DeadLetters(deadLetter);
        return new WindowedConsumer(
                adapted, window(), new WindowSettings(drain, orderByKey, onFailure, letters, camelContext));
    }

    @Override
    public KafkaManualCommit newInstance(
            CamelExchangePayload exchange, KafkaRecordPayload record, CommitManager commitManager) {
        if (!(exchange.consumer instanceof WindowedConsumer consumer)) {
            return new DefaultKafkaManualCommitFactory().newInstance(exchange, record, commitManager);
        }
        consumer.started(record.partition, record.recordOffset, exchange.exchange);
        return () -> {
            // a route that commits by itself commits nothing: the window does it when the record is done
        };
    }

    private synchronized Window window() {
        if (window == null) {
            window = new Window(maxInFlight);
        }
        return window;
    }

    private static int number(Properties configuration, String name, int otherwise) {
        Object value = configuration.get(name);
        return value == null ? otherwise : Integer.parseInt(value.toString().strip());
    }
}

package io.github.llmchat.examples.tickets.broker;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * The broker that an example works with: a real Kafka broker in this JVM, or one that runs elsewhere.
 * <p>
 * The broker in this JVM is a single node (broker and controller in one) on free ports of the loopback address, with
 * its data in a temporary folder of its own. {@link #close()} stops it and deletes the folder; if the JVM is told to
 * stop before (SIGINT, SIGTERM, {@code System.exit}), a shutdown hook does the same. Several brokers may run one after
 * the other, or side by side.
 * <p>
 * All methods may be called from any thread.
 */
public final class KafkaBroker implements AutoCloseable {

    private static final Duration USABLE_WITHIN = Duration.ofSeconds(20);

    /** The environment variable that names the bootstrap servers of a broker that runs elsewhere. */
    public static final String ENVIRONMENT_VARIABLE = "KAFKA_BROKERS";

    private final String bootstrapServers;
    private final KafkaNode node;

    private KafkaBroker(String bootstrapServers, KafkaNode node) {
        this.bootstrapServers = bootstrapServers;
        this.node = node;
    }

    /**
     * Starts a broker in this JVM and returns when it answers, after about 1.5 s.
     *
     * @return                       the broker; the caller closes it
     * @throws IllegalStateException if it does not start; nothing is left behind then
     */
    public static KafkaBroker start() {
        KafkaNode node = KafkaNode.start();
        return new KafkaBroker(node.bootstrapServers(), node);
    }

    /**
     * Uses the broker that the environment variable {@value #ENVIRONMENT_VARIABLE} names, else starts one in this JVM.
     *
     * @return                       the broker; the caller closes it, which leaves a broker that runs elsewhere alone
     * @throws IllegalStateException if a broker has to be started and does not start
     */
    public static KafkaBroker fromEnvironmentOrStart() {
        return fromEnvironmentOrStart(System.getenv());
    }

    static KafkaBroker fromEnvironmentOrStart(Map<String, String> environment) {
        String brokers = environment.getOrDefault(ENVIRONMENT_VARIABLE, "").strip();
        return brokers.isEmpty() ? start() : new KafkaBroker(brokers, null);
    }

    /**
     * Where clients connect.
     *
     * @return {@code host:port}, or a comma-separated list of them for a broker that runs elsewhere
     */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /**
     * Whether this broker runs in this JVM.
     *
     * @return {@code false} if it runs elsewhere
     */
    public boolean embedded() {
        return node != null;
    }

    /**
     * One line for people that says where the broker is.
     *
     * @return the line, without a line end
     */
    public String announcement() {
        return (embedded() ? "Kafka broker of this run: " : "Kafka broker: ") + bootstrapServers();
    }

    /**
     * Creates a topic, and returns when its partitions can be used; one that is there already is left as it is. The
     * broker in this JVM creates no topic by itself.
     *
     * @param  name                  the topic
     * @param  partitions            how many partitions it gets, 1 or more; the replication factor is 1 in this JVM,
     *                               the broker's default elsewhere
     * @throws IllegalStateException if the broker refuses or does not answer
     */
    public void createTopic(String name, int partitions) {
        short replication = embedded() ? (short) 1 : (short) -1;
        try (Admin admin = Admin.create(adminConfiguration(bootstrapServers))) {
            create(admin, new NewTopic(name, partitions, replication));
            awaitUsable(admin, name);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker did not create topic " + name, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while topic " + name + " was created", e);
        }
    }

    private static void create(Admin admin, NewTopic topic) throws ExecutionException, InterruptedException {
        try {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    /** The broker says that a topic is there a little before it serves its partitions. */
    private static void awaitUsable(Admin admin, String name) throws ExecutionException, InterruptedException {
        long deadline = System.nanoTime() + USABLE_WITHIN.toNanos();
        while (true) {
            try {
                Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
                admin.describeTopics(List.of(name)).allTopicNames().get().get(name).partitions().forEach(
                        partition -> ends.put(new TopicPartition(name, partition.partition()), OffsetSpec.latest()));
                admin.listOffsets(ends).all().get();
                return;
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof RetriableException) || System.nanoTime() > deadline) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
    }

    /**
     * Has something done before the broker stops, by {@link #close()} or by the shutdown hook, so that what uses the
     * broker can finish while it still answers. A broker that runs elsewhere is not stopped: the action never runs
     * then.
     *
     * @param action what to do; of several the last one given is done first, on the thread that closes
     */
    public void beforeStop(Runnable action) {
        if (node != null) {
            node.beforeStop(action);
        }
    }

    /**
     * Stops the broker if it runs in this JVM, ends its threads and deletes its folder; only the two daemon threads of
     * Kafka's metrics library stay, two for the whole JVM however many brokers it starts. A second call does nothing;
     * one that comes while another thread closes returns when that is done.
     */
    @Override
    public void close() {
        if (node != null) {
            node.close();
        }
    }

    static Properties adminConfiguration(String bootstrapServers) {
        Properties configuration = new Properties();
        configuration.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        configuration.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 20_000);
        configuration.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        return configuration;
    }
}

package io.github.llmchat.examples.tickets;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.llmchat.examples.tickets.broker.BrokerFacts;
import io.github.llmchat.examples.tickets.broker.KafkaBroker;
import io.github.llmchat.examples.tickets.broker.TopicMarks;
import io.github.llmchat.examples.tickets.gateway.DemoGateway;
import io.github.llmchat.examples.tickets.report.FinalReport;
import io.github.llmchat.examples.tickets.view.LiveView;
import io.github.llmchat.examples.tickets.view.Outcome;
import io.github.llmchat.examples.tickets.view.Terminal;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.main.MainConfigurationProperties;
import org.apache.camel.spi.Registry;
import org.apache.camel.test.main.junit5.CamelMainTestSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The example's own route file, against a real broker and the simulated gateway. */
class TicketsRouteTest extends CamelMainTestSupport {

    private static DemoGateway simulated;
    private static KafkaBroker broker;

    private final TicketFeed feed = TicketFeed.shipped();
    private final List<String> order = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final LiveView view = new LiveView(
            feed.tickets().size(), new PrintStream(screen, true, StandardCharsets.UTF_8), Terminal.plain());

    @BeforeAll
    static void startGatewayAndBroker() {
        simulated = DemoGateway.start();
        broker = KafkaBroker.start();
        TopicMarks.TOPICS.forEach(topic -> broker.createTopic(topic, 4));
    }

    @AfterAll
    static void stopThem() {
        broker.close();
        simulated.close();
    }

    @Override
    protected void configure(MainConfigurationProperties configuration) {
        configuration.withRoutesIncludePattern("classpath:" + TicketDesk.ROUTES);
    }

    @Override
    protected Properties useOverridePropertiesWithPropertiesComponent() {
        Properties properties = new Properties();
        properties.putAll(TicketDesk.properties(broker, Gateway.of(simulated)));
        return properties;
    }

    @Override
    protected void bindToRegistry(Registry registry) {
        TicketDesk.beans(view).forEach(registry::bind);
    }

    @Override
    public boolean isUseAdviceWith() {
        return true;
    }

    @Test
    void everyTicketHasExactlyOneResultAndEveryCallIsAccountedFor() throws Exception {
        TopicMarks before = TopicMarks.take(broker.bootstrapServers());
        feed.send(broker.bootstrapServers());
        AdviceWith.adviceWith(context, "live", route -> route.weaveAddFirst()
                .process(chunk -> order.add(chunk.getMessage().getHeader("ticket", String.class))));
        context.start();

        assertThat(view.statistics().awaitFinished(feed.tickets().size(), Duration.ofMinutes(2))).isTrue();
        context.stop();

        BrokerFacts facts = BrokerFacts.read(broker.bootstrapServers(), TicketDesk.CONSUMER_GROUP, before);
        FinalReport report = FinalReport.of(feed.tickets(), view.statistics().figures(), facts, simulated.ledger());
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        report.print(new PrintStream(printed, true, StandardCharsets.UTF_8));
        assertThat(report.complete()).as(printed.toString(StandardCharsets.UTF_8)).isTrue();
        List<String> results = facts.results().values().stream().flatMap(List::stream).toList();
        assertThat(results).doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(feed.tickets().stream().map(Ticket::id).toList());
        assertThat(facts.results().get(Outcome.FAILED)).hasSize(4);
        assertThat(reasons()).containsExactlyInAnyOrder(
                "BadRequestException", "BadRequestException", "ContextLengthException", "ContextLengthException");
        assertThat(simulated.ledger().throttled()).isEqualTo(1);
        assertThat(mostStreamsBetweenTwoChunksOfOne(order)).isGreaterThanOrEqualTo(8);
    }

    /** The kind of failure of each dead letter; each says why, and nothing of Camel's has left the route. */
    private static List<String> reasons() {
        List<String> kinds = new ArrayList<>();
        Map<String, Object> configuration = Map.of("bootstrap.servers", broker.bootstrapServers());
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                configuration, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Outcome.FAILED.topic()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (ConsumerRecord<String, String> letter : consumer.poll(Duration.ofMillis(200))) {
                    kinds.add(text(letter, "error"));
                    assertThat(text(letter, "reason")).isNotBlank();
                    assertThat(letter.headers()).noneMatch(header -> header.key().startsWith("Camel"));
                }
            }
        }
        return kinds;
    }

    private static String text(ConsumerRecord<String, String> letter, String header) {
        return new String(letter.headers().lastHeader(header).value(), StandardCharsets.UTF_8);
    }

    /** How many other streams had a chunk processed between two neighbouring chunks of one stream, at the most. */
    private static int mostStreamsBetweenTwoChunksOfOne(List<String> order) {
        Map<String, Set<String>> since = new ConcurrentHashMap<>();
        int most = 0;
        for (String ticket : order) {
            Set<String> others = since.put(ticket, new TreeSet<>());
            most = others == null ? most : Math.max(most, others.size());
            since.values().forEach(set -> set.add(ticket));
        }
        return most;
    }
}

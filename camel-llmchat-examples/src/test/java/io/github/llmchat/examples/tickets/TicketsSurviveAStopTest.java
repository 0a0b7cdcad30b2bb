package io.github.llmchat.examples.tickets;

import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

import io.github.llmchat.examples.tickets.broker.BrokerFacts;
import io.github.llmchat.examples.tickets.broker.KafkaBroker;
import io.github.llmchat.examples.tickets.broker.TopicMarks;
import io.github.llmchat.examples.tickets.gateway.DemoGateway;
import io.github.llmchat.examples.tickets.gateway.GatewayCall;
import io.github.llmchat.examples.tickets.view.LiveView;
import io.github.llmchat.examples.tickets.view.Terminal;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TicketsSurviveAStopTest {

    @Test
    void everyTicketHasExactlyOneResultAlthoughCamelWasStoppedAndStartedInTheMiddle() throws Exception {
        TicketFeed feed = TicketFeed.shipped();
        int tickets = feed.tickets().size();
        try (DemoGateway simulated = DemoGateway.start(); KafkaBroker broker = KafkaBroker.start();
             LiveView view = new LiveView(tickets, new PrintStream(OutputStream.nullOutputStream()), Terminal.plain())) {
            TopicMarks.TOPICS.forEach(topic -> broker.createTopic(topic, 4));
            TopicMarks before = TopicMarks.take(broker.bootstrapServers());
            feed.send(broker.bootstrapServers());
            Gateway gateway = Gateway.of(simulated);

            try (TicketDesk first = TicketDesk.start(broker, gateway, view)) {
                assertThat(view.statistics().awaitFinished(tickets / 3, Duration.ofMinutes(1))).isTrue();
            }
            BrokerFacts half = BrokerFacts.read(broker.bootstrapServers(), TicketDesk.CONSUMER_GROUP, before);
            assertThat(half.uncommitted()).as("tickets left for the second run").isPositive();
            try (TicketDesk second = TicketDesk.start(broker, gateway, view)) {
                assertThat(view.statistics().awaitFinished(tickets, Duration.ofMinutes(2))).isTrue();
            }

            BrokerFacts facts = BrokerFacts.read(broker.bootstrapServers(), TicketDesk.CONSUMER_GROUP, before);
            List<String> results = facts.results().values().stream().flatMap(List::stream).toList();
            assertThat(results).doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(feed.tickets().stream().map(Ticket::id).toList());
            assertThat(facts.uncommitted()).isZero();
            assertThat(simulated.ledger().count(GatewayCall.End.OPEN)).isZero();
        }
    }
}

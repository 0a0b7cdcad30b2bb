package io.github.llmchat.examples.queues;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.llmchat.LlmChatComponent;
import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.ScriptedGateway;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.command.ActiveMQQueue;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What docs/queues.md says of {@code jms:} and {@code amqp:}, on a real broker in this JVM. */
class JmsPromptsAreAcknowledgedWithTheirResultsTest {

    private static final String TRANSACTED = "transacted=true&lazyCreateTransactionManager=false";

    private final BrokerService broker = new BrokerService();
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final ScriptedGateway gateway = new ScriptedGateway();
    private final CountDownLatch answers = new CountDownLatch(1);
    private final AtomicBoolean broken = new AtomicBoolean();
    private ProducerTemplate template;

    @BeforeEach
    void startBroker() throws Exception {
        broker.setBrokerName("queues");
        broker.setPersistent(false);
        broker.setUseJmx(false);
        broker.start();
        gateway.alwaysAnswers(request -> Script.answer("fine").hold(answers));
        ActiveMQConnectionFactory connections
                = new ActiveMQConnectionFactory("vm://queues?create=false&jms.prefetchPolicy.queuePrefetch=1");
        connections.getRedeliveryPolicy().setInitialRedeliveryDelay(100);
        context.addComponent("jms", JmsComponent.jmsComponent(connections));
        context.getComponent("llmchat", LlmChatComponent.class).getConfiguration().setBaseUrl(gateway.baseUrl());
        template = context.createProducerTemplate();
    }

    @AfterEach
    void stopBroker() throws Exception {
        answers.countDown();
        context.stop();
        gateway.close();
        broker.stop();
    }

    @Test
    void manyAreInFlightAndNoneIsGoneBeforeItsEnd() throws Exception {
        QueuePage.run(context, QueuePage.yaml("jms:"));
        send(20);

        gateway.awaitRequests(10, Duration.ofSeconds(30));
        assertThat(left("prompts")).isEqualTo(20);
        answers.countDown();

        await().atMost(30, SECONDS).until(() -> left("results") == 20);
        await().atMost(30, SECONDS).until(() -> left("prompts") == 0);
    }

    @Test
    void aFailureTakesItsResultBackAndThePromptComesAgain() throws Exception {
        answers.countDown();
        broken.set(true);
        start(TRANSACTED, "direct:answer?synchronous=true");
        send(1);

        await().atMost(30, SECONDS).until(() -> gateway.requests().size() == 2);
        await().atMost(30, SECONDS).until(() -> left("prompts") == 0);
        assertThat(left("results")).isEqualTo(1);
    }

    @Test
    void withAsyncConsumerAPromptIsGoneBeforeItHasAResult() throws Exception {
        start("asyncConsumer=true", "direct:answer");
        send(20);

        gateway.awaitRequests(20, Duration.ofSeconds(30));
        await().atMost(30, SECONDS).until(() -> left("prompts") == 0);
        assertThat(left("results")).isZero();
    }

    @Test
    void resultsAreOutsideTheTransactionIfTheRouteGoesOnOnAnotherThread() throws Exception {
        answers.countDown();
        broken.set(true);
        start(TRANSACTED, "direct:answer");
        send(1);

        await().atMost(30, SECONDS).until(() -> gateway.requests().size() == 2);
        await().atMost(30, SECONDS).until(() -> left("prompts") == 0);
        assertThat(left("results")).isEqualTo(2);
    }

    private void start(String options, String answer) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("jms:queue:prompts?" + options)
                        .to(answer)
                        .to("jms:queue:results")
                        .filter(exchange -> broken.getAndSet(false))
                        .throwException(new IllegalStateException("just now"));
                from("direct:answer").to("llmchat:m");
            }
        });
        context.start();
    }

    private void send(int prompts) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < prompts; i++) {
            texts.add("Tell me about number " + i);
        }
        texts.forEach(text -> template.sendBody("jms:queue:prompts", text));
    }

    /** Messages that no consumer has acknowledged. */
    private long left(String queue) throws Exception {
        return broker.getDestination(new ActiveMQQueue(queue)).getDestinationStatistics().getMessages().getCount();
    }
}

package io.github.llmchat.examples.tickets.broker;

import java.util.concurrent.CountDownLatch;

/** Starts a broker, says where its folder is, and never ends by itself. */
final class BrokerThatIsKilled {

    private BrokerThatIsKilled() {
    }

    public static void main(String[] arguments) throws InterruptedException {
        System.out.println(KafkaNode.start().folder());
        new CountDownLatch(1).await();
    }
}

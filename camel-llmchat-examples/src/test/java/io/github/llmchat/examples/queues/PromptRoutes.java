package io.github.llmchat.examples.queues;

import java.util.function.Predicate;

import org.apache.camel.builder.RouteBuilder;

/**
 * A worker's routes: a prompt from the queue, its answer into the topic of results. Property {@code in} has the rest.
 */
final class PromptRoutes extends RouteBuilder {

    static final String WINDOW = "allowManualCommit=true&kafkaClientFactory=#window&kafkaManualCommitFactory=#window";
    static final String COOPERATIVE
            = "partitionAssignor=org.apache.kafka.clients.consumer.CooperativeStickyAssignor";

    private final Predicate<String> storeIsDown;

    PromptRoutes() {
        this(key -> false);
    }

    /** @param storeIsDown for which prompts storing a result fails, with an exception that no route handles */
    PromptRoutes(Predicate<String> storeIsDown) {
        this.storeIsDown = storeIsDown;
    }

    @Override
    public void configure() {
        from("kafka:prompts?groupId=workers&autoOffsetReset=earliest&pollTimeoutMs=500&{{in}}").routeId("intake")
                .to("seda:prompt");

        from("seda:prompt").routeId("prompt")
                .setHeader("CamelLlmChatUser", simple("${header[kafka.KEY]}"))
                .to("llmchat:scripted-model?maxRetries=0&connectTimeout=60s")
                .filter(exchange -> storeIsDown.test(exchange.getMessage().getHeader("kafka.KEY", String.class)))
                    .throwException(new IllegalStateException("the store is down"))
                .end()
                .to("kafka:results")
                .to("bean:stored?method=add(${header[kafka.KEY]})");
    }
}

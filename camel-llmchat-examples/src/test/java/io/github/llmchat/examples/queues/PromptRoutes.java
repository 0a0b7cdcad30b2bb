package io.github.llmchat.examples.queues;

import org.apache.camel.builder.RouteBuilder;

/** A worker's routes: a prompt from the queue, its answer into the topic of results. Property {@code in} has the rest. */
final class PromptRoutes extends RouteBuilder {

    static final String WINDOW = "allowManualCommit=true&kafkaClientFactory=#window&kafkaManualCommitFactory=#window";
    static final String COOPERATIVE
            = "partitionAssignor=org.apache.kafka.clients.consumer.CooperativeStickyAssignor";

    @Override
    public void configure() {
        from("kafka:prompts?groupId=workers&autoOffsetReset=earliest&pollTimeoutMs=500&{{in}}").routeId("intake")
                .to("seda:prompt");

        from("seda:prompt").routeId("prompt")
                .setHeader("CamelLlmChatUser", simple("${header[kafka.KEY]}"))
                .to("llmchat:scripted-model?maxRetries=0")
                .to("kafka:results")
                .to("bean:stored?method=add(${header[kafka.KEY]})");
    }
}

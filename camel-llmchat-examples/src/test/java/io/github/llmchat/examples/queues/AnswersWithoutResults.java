package io.github.llmchat.examples.queues;

import org.apache.camel.builder.RouteBuilder;

/** The routes of {@link PromptRoutes} up to the answer; then they wait for longer than any test takes, on no thread. */
final class AnswersWithoutResults extends RouteBuilder {

    @Override
    public void configure() {
        from("kafka:prompts?groupId=workers&autoOffsetReset=earliest&pollTimeoutMs=500&{{in}}").to("seda:prompt");

        from("seda:prompt")
                .setHeader("CamelLlmChatUser", simple("${header[kafka.KEY]}"))
                .to("llmchat:scripted-model?maxRetries=0&connectTimeout=60s")
                .delay(3_600_000).asyncDelayed();
    }
}

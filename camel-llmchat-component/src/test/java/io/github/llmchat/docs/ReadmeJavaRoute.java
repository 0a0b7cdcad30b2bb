package io.github.llmchat.docs;

import org.apache.camel.builder.RouteBuilder;

/** The README's route in Java, to the letter. */
class ReadmeJavaRoute extends RouteBuilder {

    @Override
    public void configure() {
        // readme-java: START
        from("direct:ask")
            .to("llmchat:gpt-4o-mini?streaming=true&systemMessage=Answer in one paragraph.")
            .split(body()).streaming()
                .log("${body}")
            .end();
        // readme-java: END
    }
}

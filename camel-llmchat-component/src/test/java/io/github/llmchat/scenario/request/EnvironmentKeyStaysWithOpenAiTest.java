package io.github.llmchat.scenario.request;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import io.github.llmchat.LlmChatComponent;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Needs a process of its own, because only a new process has another environment. */
class EnvironmentKeyStaysWithOpenAiTest extends OneCallScenario {

    @TempDir
    Path directory;

    @Test
    void itIsNotSentToAnotherHost() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), OtherProcess.class.getName(), gateway.baseUrl());
        builder.environment().put("OPENAI_API_KEY", KEY);
        Process process = builder.redirectErrorStream(true).redirectOutput(directory.resolve("out").toFile()).start();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(directory.resolve("out")).content().contains("environment is set: true", "answer: Hello");
        assertThat(onlyRequest().headers()).doesNotContainKey("Authorization");
        assertThat(onlyRequest().headers().values()).noneMatch(values -> values.toString().contains(KEY));
    }

    /** Calls the gateway at its first argument, without a key, and prints the answer. */
    public static final class OtherProcess {

        private OtherProcess() {
        }

        /** @param arguments the base URL */
        public static void main(String[] arguments) throws Exception {
            System.out.println("environment is set: " + (System.getenv("OPENAI_API_KEY") != null));
            try (DefaultCamelContext context = new DefaultCamelContext()) {
                context.addComponent("llmchat", new LlmChatComponent());
                context.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:start").to("llmchat:gpt-4o?baseUrl=" + arguments[0]);
                    }
                });
                context.start();
                System.out.println(
                        "answer: " + context.createProducerTemplate().requestBody("direct:start", "hi", String.class));
            }
        }
    }
}

package io.github.llmchat.scenario.stream;

import io.github.llmchat.stream.ChatStream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** Scenarios in which a step of a route does something with the stream, while its exchange is in work. */
abstract class ReadingScenario extends GatewayScenario {

    /** What is done with the stream; what it throws fails the test. */
    interface Reader {
        void read(ChatStream stream) throws Exception;
    }

    private Reader reader;
    private volatile AssertionError failed;

    @Override
    protected void routes(RouteBuilder builder) {
        builder.from("direct:read").to(llmchat("streaming=true" + moreOptions())).process(exchange -> {
            try {
                reader.read(exchange.getMessage().getBody(ChatStream.class));
            } catch (AssertionError e) {
                // an error would leave Camel's hands, and the exchange would never be done
                failed = e;
            }
        });
    }

    /** Further options, each with its ampersand. */
    protected String moreOptions() {
        return "";
    }

    final void reading(Reader read) throws Exception {
        reader = read;
        Exchange exchange = ask("direct:read");
        if (exchange.getException() != null) {
            throw exchange.getException();
        }
        if (failed != null) {
            throw failed;
        }
    }
}

package io.github.llmchat.examples.gateway;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.github.llmchat.examples.tickets.gateway.DemoModel;

/**
 * Stands in for the language models of one upstream. It knows four texts and looks for a word of the prompt; where the
 * upstream can fail, "outage" takes it out of order, so that the other one can be seen to answer.
 */
final class SimulatedAssistant implements DemoModel {

    private static final String GATEWAY
            = """
                    You are talking to a Camel route. Its YAML file says who may call, how often, and which upstream \
                    answers; the page you \
                    see is served by the same process.

                    Try the other models of the list:

                    • assistant asks the upstream east, and west if east fails.
                    • coder asks west first. Ask it for code.
                    • my-budget has no language model behind it. It tells what your key has used.

                    A message with the word "outage" puts east out of order, one with the word "story" gets a long \
                    answer that you can stop.""";

    private static final String CODE
            = """
                    This is all that a route needs to be a model:

                    ```yaml
                    - route:
                        from:
                          uri: llmchat:support-bot
                          steps:
                            - to:
                                uri: llmchat:gpt-4o-mini
                                parameters:
                                  systemMessage: You are the support bot of a bicycle shop.
                    ```

                    Every client that can talk to OpenAI can talk to it. Between "from" and "to" there is room for \
                    all that Camel can do: \
                    limits, masking, look-ups, a second upstream.""";

    private static final String OUTAGE
            = """
                    The first upstream was out of order for this message and answered with status 503. Nothing had \
                    reached you by then, so the \
                    route asked the second one. The line below this answer names the model that has answered.""";

    private static final String PARAGRAPH
            = """
                    The caravan left the well before sunrise. Each camel carried a part of the message, and none knew \
                    the whole of it. The \
                    guide walked in front and counted the steps; whoever fell behind was waited for, and nothing was \
                    lost on the way.\s""";

    private final List<String> names;
    private final boolean fails;

    SimulatedAssistant(boolean fails, String... names) {
        this.names = List.of(names);
        this.fails = fails;
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public Optional<String> answer(String model, String instructions, String prompt) {
        String asked = prompt.toLowerCase(Locale.ROOT);
        if (asked.contains("outage")) {
            return fails ? Optional.empty() : Optional.of(OUTAGE);
        }
        if (asked.contains("story")) {
            return Optional.of(PARAGRAPH.repeat(24).strip());
        }
        return Optional.of(asked.contains("code") || asked.contains("yaml") ? CODE : GATEWAY);
    }
}

package io.github.llmchat.examples.tickets.gateway;

import java.util.List;
import java.util.Optional;

/**
 * Rules that stand in for a language model behind a {@link DemoGateway}. Called on the threads of the gateway's calls,
 * at the same time too.
 */
public interface DemoModel {

    /**
     * Which models the gateway has.
     *
     * @return their names, at least one
     */
    List<String> names();

    /**
     * What a model says.
     *
     * @param  model        one of the {@link #names()}
     * @param  instructions the texts of system and developer messages
     * @param  prompt       the text of the last user message, not blank
     * @return              the answer; none if the model is out of order, which the gateway answers with 503
     */
    Optional<String> answer(String model, String instructions, String prompt);
}

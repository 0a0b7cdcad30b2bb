package io.github.llmchat.examples.tickets.gateway;

import java.util.List;

/**
 * Rules that stand in for a language model that calls tools. Called on the threads of the gateway's calls, at the same
 * time too.
 */
public interface CallingModel {

    /**
     * Which models the gateway has.
     *
     * @return their names, at least one
     */
    List<String> names();

    /**
     * What a model says and does next.
     *
     * @param  conversation all that the rules may look at; its model is one of the {@link #names()}
     * @return              text, tool calls, or both
     */
    DemoTurn next(DemoConversation conversation);
}

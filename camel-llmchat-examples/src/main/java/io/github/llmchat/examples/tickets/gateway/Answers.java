package io.github.llmchat.examples.tickets.gateway;

import java.util.List;

/** What a demo gateway answers. Called on the threads of its calls, at the same time too. */
interface Answers {

    /** The names of the models that are served. */
    List<String> models();

    /**
     * The answer to a request for one of these models.
     *
     * @throws io.github.llmchat.error.ChatException if it is refused
     */
    DemoAnswer answer(DemoRequest request);
}

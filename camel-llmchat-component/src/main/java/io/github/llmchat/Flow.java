package io.github.llmchat;

import io.github.llmchat.error.ChatException;
import io.github.llmchat.model.ChatCompletion;

/** How an exchange whose model has called tools goes on: whole or as a stream. From any thread. */
interface Flow {

    /** The model is asked again; what it answers comes in the place of the answer that asked for tools. */
    void ask(BoundRequest next);

    /** This comes as if the model had said it. */
    void answer(ChatCompletion direct);

    /** The answer that asked for tools is the last one: some of them only the caller can run. */
    void end(ChatCompletion answer);

    /** It is over, whatever runs at the moment. */
    void fail(ChatException failure);
}

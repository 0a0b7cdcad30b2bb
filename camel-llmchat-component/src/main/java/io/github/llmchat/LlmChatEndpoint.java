package io.github.llmchat;

import org.apache.camel.AsyncEndpoint;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;

/**
 * Chat with large language models through any OpenAI-compatible gateway, with streamed chunks as exchanges; serve
 * routes as models of such a gateway.
 * <p>
 * One endpoint stands for one model (or, with {@code *}, for the model that each message names) at one gateway; in
 * {@code from()}, for the model that clients know the route by (or for all that no other route serves). Camel makes,
 * starts and stops it; it is thread-safe.
 */
@UriEndpoint(firstVersion = "0.1.0", scheme = "llmchat", title = "LLM Chat", syntax = "llmchat:model",
             remote = true, category = { Category.AI }, headersClass = LlmChatConstants.class)
public class LlmChatEndpoint extends DefaultEndpoint implements AsyncEndpoint {

    @UriPath(description = "The model to call, as the gateway names it, such as gpt-4o or anthropic/claude-sonnet-4.5:beta; "
                           + "or an asterisk for the model in the header CamelLlmChatModel or in a body that is a whole "
                           + "request. In from(): the model that the route is for clients, or an asterisk for all that no "
                           + "other route serves.")
    @Metadata(required = true)
    private final String model;

    @UriParam
    private final LlmChatConfiguration configuration;

    LlmChatEndpoint(String uri, LlmChatComponent component, String model, LlmChatConfiguration configuration) {
        super(uri, component);
        this.model = model;
        this.configuration = configuration;
    }

    @Override
    public Producer createProducer() {
        return new LlmChatProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        LlmChatConsumer consumer = new LlmChatConsumer(this, processor);
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public LlmChatComponent getComponent() {
        return (LlmChatComponent) super.getComponent();
    }

    /** {@return the model in the endpoint's path, or {@code *}} */
    public String getModel() {
        return model;
    }

    /** {@return the endpoint's options; not to be changed once it has started} */
    public LlmChatConfiguration getConfiguration() {
        return configuration;
    }
}

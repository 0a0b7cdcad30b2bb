package io.github.llmchat.benchmark.driver;

import java.time.Duration;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * The OpenAI SDK in a route, as Camel's own component for it does: the SDK's iterator is the body, and a Split takes
 * its chunks.
 */
final class OpenAiSdkSplit extends RouteBuilder {

    /** More than are ever under way; the SDK keeps 5 idle connections by default. */
    private static final int CONNECTIONS = 20_000;
    private static final Duration LONGEST_CALL = Duration.ofMinutes(30);

    private final OpenAIClient client;

    private OpenAiSdkSplit(OpenAIClient client) {
        this.client = client;
    }

    static Driver open(String baseUrl) throws Exception {
        OpenAIClient client = OpenAIOkHttpClient.builder()
                .baseUrl(baseUrl)
                .apiKey(Protocol.API_KEY)
                .timeout(LONGEST_CALL)
                .maxRetries(0)
                .maxIdleConnections(CONNECTIONS)
                .keepAliveDuration(LONGEST_CALL)
                .build();
        return new BlockingRoutes(new OpenAiSdkSplit(client), client::close);
    }

    @Override
    public void configure() {
        from(BlockingRoutes.STREAM).process(this::open).split(body()).streaming().process(OpenAiSdkSplit::chunk);
        from(BlockingRoutes.PLAIN).process(this::create);
    }

    private void open(Exchange exchange) {
        StreamResponse<ChatCompletionChunk> response = client.chat().completions().createStreaming(params(exchange));
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                response.close();
            }
        });
        exchange.getMessage().setBody(response.stream().iterator());
    }

    private static void chunk(Exchange exchange) {
        ChatCompletionChunk chunk = exchange.getMessage().getBody(ChatCompletionChunk.class);
        chunk.choices().get(0).delta().content().filter(text -> !text.isEmpty())
                .ifPresent(BlockingRoutes.call(exchange)::chunk);
    }

    private void create(Exchange exchange) {
        ChatCompletion answer = client.chat().completions().create(params(exchange));
        BlockingRoutes.call(exchange).chunk(answer.choices().get(0).message().content().orElseThrow());
    }

    private static ChatCompletionCreateParams params(Exchange exchange) {
        return ChatCompletionCreateParams.builder()
                .model(Protocol.MODEL)
                .addUserMessage(exchange.getMessage().getBody(String.class))
                .build();
    }
}

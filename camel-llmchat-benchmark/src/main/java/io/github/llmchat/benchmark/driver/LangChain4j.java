package io.github.llmchat.benchmark.driver;

import java.time.Duration;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;

/** LangChain4j with the HTTP client that it comes with. No Camel, no exchanges. */
final class LangChain4j implements Driver {

    private static final Duration LONGEST_CALL = Duration.ofMinutes(30);

    private final CallingThreads threads = new CallingThreads();
    private final StreamingChatModel streaming;
    private final ChatModel whole;

    LangChain4j(String baseUrl) {
        streaming = OpenAiStreamingChatModel.builder().baseUrl(baseUrl).apiKey(Protocol.API_KEY).modelName(Protocol.MODEL)
                .timeout(LONGEST_CALL).build();
        whole = OpenAiChatModel.builder().baseUrl(baseUrl).apiKey(Protocol.API_KEY).modelName(Protocol.MODEL)
                .timeout(LONGEST_CALL).maxRetries(0).build();
    }

    @Override
    public void stream(Call call) {
        streaming.chat(call.prompt(), new StreamingChatResponseHandler() {
            @Override
            public void onPartialResponse(String text) {
                call.chunk(text);
            }

            @Override
            public void onCompleteResponse(ChatResponse response) {
                call.ended(null);
            }

            @Override
            public void onError(Throwable failure) {
                call.ended(failure);
            }
        });
    }

    @Override
    public void plain(Call call) {
        threads.run(() -> {
            Throwable failure = null;
            try {
                call.chunk(whole.chat(call.prompt()));
            } catch (RuntimeException e) {
                failure = e;
            }
            call.ended(failure);
        });
    }

    @Override
    public void close() {
        threads.close();
    }
}

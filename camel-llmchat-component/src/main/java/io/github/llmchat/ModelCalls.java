package io.github.llmchat;

import java.net.URI;
import java.util.function.BiFunction;
import java.util.function.Function;

import io.github.llmchat.error.BadRequestException;
import io.github.llmchat.error.ErrorDetails;
import io.github.llmchat.http.GatewayRequest;
import io.github.llmchat.stream.AnswerHead;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** What a gateway says about its models: the list of them, or the catalogue's entry of one. */
final class ModelCalls implements Operation {

    private final LlmChatConfiguration options;
    private final ProducerCalls calls;
    private final HttpHeaderBinding httpHeaders;
    private final ResponseBinding responseBinding;
    private final Function<Message, URI> url;
    private final BiFunction<byte[], AnswerHead, ModelAnswer> reader;

    private ModelCalls(
                       LlmChatEndpoint endpoint, ProducerCalls calls, Function<Message, URI> url,
                       BiFunction<byte[], AnswerHead, ModelAnswer> reader) {
        this.options = endpoint.getConfiguration();
        this.calls = calls;
        this.httpHeaders = new HttpHeaderBinding(endpoint.getCamelContext(), options);
        this.responseBinding = new ResponseBinding(endpoint.getCamelContext(), options);
        this.url = url;
        this.reader = reader;
    }

    /** {@code GET /models}. */
    static ModelCalls list(LlmChatEndpoint endpoint, ProducerCalls calls) {
        URI url = calls.url("/models");
        return new ModelCalls(endpoint, calls, message -> url, ModelAnswer::list);
    }

    /** {@code GET /model-catalog/{model}}; the model is the header's, else that of the path. */
    static ModelCalls catalogue(LlmChatEndpoint endpoint, ProducerCalls calls) {
        String path = endpoint.getModel();
        return new ModelCalls(
                endpoint, calls, message -> calls.url(CataloguePath.of(modelOf(message, path))), ModelAnswer::entry);
    }

    private static String modelOf(Message message, String path) {
        String header = message.getHeader(LlmChatConstants.MODEL, String.class);
        if (header != null && !header.isBlank()) {
            return header;
        }
        if (ModelName.isAny(path)) {
            throw new IllegalArgumentException(
                    "No model: llmchat:* with operation=modelCatalog takes it from the header " + LlmChatConstants.MODEL);
        }
        return path;
    }

    @Override
    public void call(Exchange exchange, AsyncCallback callback) {
        GatewayRequest request;
        boolean json;
        try {
            Message message = exchange.getMessage();
            request = GatewayRequest.get(url.apply(message), httpHeaders.bind(message, false), calls.limits());
            json = AnswerForm.output(message, options) == LlmChatOutput.json;
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(e.getMessage(), ErrorDetails.NONE, e);
        }
        ExchangeEnd end = new ExchangeEnd(exchange, callback);
        PlainCall call = new PlainCall(
                calls.newId(), calls.threads(), calls::ended,
                (body, head) -> {
                    ModelAnswer answer = reader.apply(body, head);
                    end.with(it -> responseBinding.document(it, json ? answer.json() : answer.body(), head));
                }, end::failed);
        calls.send(request, call, call);
    }
}

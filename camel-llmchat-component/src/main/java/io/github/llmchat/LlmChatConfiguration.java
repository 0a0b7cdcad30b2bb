package io.github.llmchat;

import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/**
 * All options that component and endpoint have in common; those of this class say how the answer comes back.
 *
 * <p>
 * Camel sets them while a component or endpoint starts; they are not to be changed afterwards.
 */
@UriParams
@Configurer(extended = true)
public class LlmChatConfiguration extends LlmChatRequestConfiguration implements Cloneable {

    @UriParam(label = "request", defaultValue = "chat",
              description = "What the endpoint asks for: chat (an answer to a conversation), toolResults (an answer to the "
                            + "results of the tools that the last answer of this exchange asked for; the body has them), "
                            + "models (the list of the models that the gateway has) or modelCatalog (what the gateway's "
                            + "catalogue says about one model).")
    private LlmChatOperation operation = LlmChatOperation.chat;

    @UriParam(label = "request", defaultValue = "false",
              description = "Whether the gateway's catalogue is asked, before an image is sent, if the model accepts images; "
                            + "if its entry says text only, the call fails before anything is sent. Entries are cached.")
    private boolean checkModel;

    @UriParam(label = "result", defaultValue = "false",
              description = "Whether the answer is streamed on the wire. What the message body is then is decided by "
                            + "output. The header CamelLlmChatStreaming overrides it.")
    private boolean streaming;

    @UriParam(label = "result", enums = "text,message,completion,json,audio,stream",
              description = "What the message body is after the call: text, message (ChatMessage), completion "
                            + "(ChatCompletion), json (the JSON as received, or as accumulated from a stream), audio (the "
                            + "bytes of a spoken answer) or stream (ChatStream). Default is stream when streaming=true "
                            + "without chunksTo, else text. The header CamelLlmChatOutput overrides it.")
    private LlmChatOutput output;

    @UriParam(label = "result",
              description = "URI of the endpoint that gets each chunk of the stream as an exchange of its own, as it "
                            + "arrives, such as direct:chunk. Turns streaming on; the message body after the call is the "
                            + "whole answer. A URI with & must be written as RAW(...).")
    private String chunksTo;

    @UriParam(label = "result", defaultValue = "all",
              description = "Which of the caller's headers the chunk exchanges have: all, none, or a pattern for their "
                            + "names: an exact name, one with a wildcard at its end, or a regular expression.")
    private String chunkHeaders = "all";

    @UriParam(label = "result", defaultValue = "false",
              description = "Whether each chunk exchange gives events to notifiers, and so a span to tracing.")
    private boolean chunkEvents;

    @UriParam(label = "result", defaultValue = "256",
              description = "Number of chunks of a stream that may wait for the route, 1 or more. When it is reached, the "
                            + "connection is no longer read until the route has caught up.")
    private int chunkBuffer = 256;

    @UriParam(label = "result", defaultValue = "error,network_error",
              description = "Finish reasons that fail the call, comma separated, such as length,content_filter. All others are "
                            + "answers. The default are the words by which gateways say that the model's server failed.")
    private String failOnFinishReason = "error,network_error";

    @UriParam(label = "result", defaultValue = "false",
              description = "Whether the whole answer (ChatCompletion) is kept as exchange property CamelLlmChatResponse.")
    private boolean storeFullResponse;

    @UriParam(label = "result", multiValue = true, prefix = "additionalResponseHeader.",
              description = "Further fields of the answer as message headers, one option each: "
                            + "additionalResponseHeader.service_tier=tier sets the header tier. A field is looked for in the "
                            + "message of the first choice, then in the choice, then at the top of the answer; dots lead into "
                            + "objects. Header names that begin with Camel are refused.")
    private Map<String, Object> additionalResponseHeader = new LinkedHashMap<>();

    /**
     * Makes an independent copy, for an endpoint that starts from its component's options.
     *
     * @return a copy whose maps are its own; the TLS settings and registry beans are shared
     */
    public LlmChatConfiguration copy() {
        try {
            LlmChatConfiguration copy = (LlmChatConfiguration) clone();
            copy.setAdditionalHeader(new LinkedHashMap<>(getAdditionalHeader()));
            copy.setAdditionalBodyProperty(new LinkedHashMap<>(getAdditionalBodyProperty()));
            copy.setAdditionalResponseHeader(new LinkedHashMap<>(getAdditionalResponseHeader()));
            copy.setMcpServer(new LinkedHashMap<>(getMcpServer()));
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return what the endpoint asks for} */
    public LlmChatOperation getOperation() {
        return operation;
    }

    /** @param operation what the endpoint asks for */
    public void setOperation(LlmChatOperation operation) {
        this.operation = operation;
    }

    /** {@return whether the catalogue is asked before an image is sent} */
    public boolean isCheckModel() {
        return checkModel;
    }

    /** @param checkModel whether the catalogue is asked before an image is sent */
    public void setCheckModel(boolean checkModel) {
        this.checkModel = checkModel;
    }

    /** {@return whether the answer is streamed on the wire} */
    public boolean isStreaming() {
        return streaming;
    }

    /** @param streaming whether the answer is streamed on the wire */
    public void setStreaming(boolean streaming) {
        this.streaming = streaming;
    }

    /** {@return what the message body is after the call, or null for the default} */
    public LlmChatOutput getOutput() {
        return output;
    }

    /** @param output what the message body is after the call, or null for the default */
    public void setOutput(LlmChatOutput output) {
        this.output = output;
    }

    /** {@return the endpoint URI that gets each chunk, or null} */
    public String getChunksTo() {
        return chunksTo;
    }

    /** @param chunksTo the endpoint URI that gets each chunk, or null */
    public void setChunksTo(String chunksTo) {
        this.chunksTo = chunksTo;
    }

    /** {@return which of the caller's headers chunk exchanges have} */
    public String getChunkHeaders() {
        return chunkHeaders;
    }

    /** @param chunkHeaders which of the caller's headers chunk exchanges have */
    public void setChunkHeaders(String chunkHeaders) {
        this.chunkHeaders = chunkHeaders;
    }

    /** {@return whether each chunk exchange gives notifier events} */
    public boolean isChunkEvents() {
        return chunkEvents;
    }

    /** @param chunkEvents whether each chunk exchange gives notifier events */
    public void setChunkEvents(boolean chunkEvents) {
        this.chunkEvents = chunkEvents;
    }

    /** {@return the number of chunks that may wait for the route} */
    public int getChunkBuffer() {
        return chunkBuffer;
    }

    /** @param chunkBuffer the number of chunks that may wait for the route */
    public void setChunkBuffer(int chunkBuffer) {
        this.chunkBuffer = chunkBuffer;
    }

    /** {@return the finish reasons that fail the call, comma separated, or null} */
    public String getFailOnFinishReason() {
        return failOnFinishReason;
    }

    /** @param failOnFinishReason the finish reasons that fail the call, comma separated, or null */
    public void setFailOnFinishReason(String failOnFinishReason) {
        this.failOnFinishReason = failOnFinishReason;
    }

    /** {@return whether the whole answer is kept as an exchange property} */
    public boolean isStoreFullResponse() {
        return storeFullResponse;
    }

    /** @param storeFullResponse whether the whole answer is kept as an exchange property */
    public void setStoreFullResponse(boolean storeFullResponse) {
        this.storeFullResponse = storeFullResponse;
    }

    /** {@return further fields of the answer, to the headers that they become} */
    public Map<String, Object> getAdditionalResponseHeader() {
        return additionalResponseHeader;
    }

    /** @param additionalResponseHeader further fields of the answer, to the headers that they become */
    public void setAdditionalResponseHeader(Map<String, Object> additionalResponseHeader) {
        this.additionalResponseHeader = additionalResponseHeader;
    }
}

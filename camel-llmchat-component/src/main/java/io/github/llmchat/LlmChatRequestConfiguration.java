package io.github.llmchat;

import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/**
 * Options that say what is asked of the model: messages and further fields of the request; null means not sent.
 *
 * <p>
 * Most have a header that overrides them for one message, see {@link LlmChatConstants}.
 */
@UriParams
public abstract class LlmChatRequestConfiguration extends LlmChatCacheConfiguration {

    @UriParam(label = "request",
              description = "System message, as text or as resource:classpath:prompt.txt. Put before the conversation if "
                            + "that has no system and no developer message.")
    @Metadata(supportFileReference = true)
    private String systemMessage;

    @UriParam(label = "request",
              description = "Developer message (role developer), as text or as resource:classpath:prompt.txt. Put before "
                            + "the conversation if that has no system and no developer message.")
    @Metadata(supportFileReference = true)
    private String developerMessage;

    @UriParam(label = "request",
              description = "User message, as text or as resource:classpath:prompt.txt. When set, it is the prompt "
                            + "instead of the body's text; if the body is a conversation, it follows that.")
    @Metadata(supportFileReference = true)
    private String userMessage;

    @UriParam(label = "request",
              description = "How closely the model looks at images made from message bodies, attachments and the header "
                            + "CamelLlmChatImageUrl: auto, low or high (field image_url.detail). Not sent unless set.")
    private String imageDetail;

    @UriParam(label = "request", defaultValue = "true",
              description = "Whether the attachments of the message are sent as images, audio, files or text. They stay on "
                            + "the message: set it to false on a second llmchat endpoint in the route.")
    private boolean attachments = true;

    @UriParam(label = "request",
              description = "Identifier of the end user, with which providers trace abuse (field user). Not sent unless "
                            + "set.")
    private String user;

    @UriParam(label = "request",
              description = "Tier in which the provider processes the request, such as auto, default, flex or priority "
                            + "(field service_tier). Not sent unless set.")
    private String serviceTier;

    @UriParam(label = "request",
              description = "Whether the provider stores the answer for later retrieval (field store). Not sent unless set.")
    private Boolean store;

    @UriParam(label = "request",
              description = "Labels of the request, which the provider keeps with it: a JSON object as text, whose "
                            + "values are texts (field metadata). Not sent unless set.")
    private String metadata;

    @UriParam(label = "request", defaultValue = "true",
              description = "Whether a streamed call asks for the token usage at the end of the stream (stream_options "
                            + "with include_usage). Never sent with a call that is not streamed. Set it to false for "
                            + "gateways that refuse stream_options.")
    private boolean includeUsage = true;

    @UriParam(label = "request", multiValue = true, prefix = "additionalBodyProperty.",
              description = "Further top-level fields of the request body, for what has no option of its own, one option "
                            + "each: additionalBodyProperty.top_k=40. Values that are JSON (numbers, true, objects) are sent "
                            + "as such, others as text.")
    private Map<String, Object> additionalBodyProperty = new LinkedHashMap<>();

    @UriParam(label = "request",
              description = "Further top-level fields of the request body: a JSON object as text. "
                            + "Where a field is also in additionalBodyProperty, this one counts. The header "
                            + "CamelLlmChatAdditionalBody adds to them and overrides them.")
    private String additionalBody;

    @UriParam(label = "request", defaultValue = "false",
              description = "Whether values outside the documented range are sent as they are, for gateways that allow "
                            + "more. Otherwise they fail the call before anything is sent.")
    private boolean lenient;

    @UriParam(label = "advanced", defaultValue = "false",
              description = "Whether the request headers (CamelLlmChatTemperature and the like) stay on the message after "
                            + "the call. By default the call consumes them, so that a second llmchat endpoint in the route "
                            + "does not inherit them.")
    private boolean keepRequestHeaders;

    /** {@return the system message, or null} */
    public String getSystemMessage() {
        return systemMessage;
    }

    /** @param systemMessage the system message, or null */
    public void setSystemMessage(String systemMessage) {
        this.systemMessage = systemMessage;
    }

    /** {@return the developer message, or null} */
    public String getDeveloperMessage() {
        return developerMessage;
    }

    /** @param developerMessage the developer message, or null */
    public void setDeveloperMessage(String developerMessage) {
        this.developerMessage = developerMessage;
    }

    /** {@return the user message, or null to take the message body} */
    public String getUserMessage() {
        return userMessage;
    }

    /** @param userMessage the user message, or null to take the message body */
    public void setUserMessage(String userMessage) {
        this.userMessage = userMessage;
    }

    /** {@return how closely the model looks at images, or null} */
    public String getImageDetail() {
        return imageDetail;
    }

    /** @param imageDetail how closely the model looks at images, or null */
    public void setImageDetail(String imageDetail) {
        this.imageDetail = imageDetail;
    }

    /** {@return whether attachments are sent} */
    public boolean isAttachments() {
        return attachments;
    }

    /** @param attachments whether attachments are sent */
    public void setAttachments(boolean attachments) {
        this.attachments = attachments;
    }

    /** {@return the end user's identifier, or null} */
    public String getUser() {
        return user;
    }

    /** @param user the end user's identifier, or null */
    public void setUser(String user) {
        this.user = user;
    }

    /** {@return the service tier, or null} */
    public String getServiceTier() {
        return serviceTier;
    }

    /** @param serviceTier the service tier, or null */
    public void setServiceTier(String serviceTier) {
        this.serviceTier = serviceTier;
    }

    /** {@return whether the provider stores the answer, or null} */
    public Boolean getStore() {
        return store;
    }

    /** @param store whether the provider stores the answer, or null */
    public void setStore(Boolean store) {
        this.store = store;
    }

    /** {@return labels of the request, a JSON object as text, or null} */
    public String getMetadata() {
        return metadata;
    }

    /** @param metadata labels of the request, a JSON object as text, or null */
    public void setMetadata(String metadata) {
        this.metadata = metadata;
    }

    /** {@return whether streamed calls ask for token usage} */
    public boolean isIncludeUsage() {
        return includeUsage;
    }

    /** @param includeUsage whether streamed calls ask for token usage */
    public void setIncludeUsage(boolean includeUsage) {
        this.includeUsage = includeUsage;
    }

    /** {@return further fields of the request body, name to value} */
    public Map<String, Object> getAdditionalBodyProperty() {
        return additionalBodyProperty;
    }

    /** @param additionalBodyProperty further fields of the request body, name to value */
    public void setAdditionalBodyProperty(Map<String, Object> additionalBodyProperty) {
        this.additionalBodyProperty = additionalBodyProperty;
    }

    /** {@return further fields of the request body, a JSON object as text, or null} */
    public String getAdditionalBody() {
        return additionalBody;
    }

    /** @param additionalBody further fields of the request body, a JSON object as text, or null */
    public void setAdditionalBody(String additionalBody) {
        this.additionalBody = additionalBody;
    }

    /** {@return whether numbers outside the documented range are sent} */
    public boolean isLenient() {
        return lenient;
    }

    /** @param lenient whether numbers outside the documented range are sent */
    public void setLenient(boolean lenient) {
        this.lenient = lenient;
    }

    /** {@return whether request headers stay on the message} */
    public boolean isKeepRequestHeaders() {
        return keepRequestHeaders;
    }

    /** @param keepRequestHeaders whether request headers stay on the message */
    public void setKeepRequestHeaders(boolean keepRequestHeaders) {
        this.keepRequestHeaders = keepRequestHeaders;
    }
}

package io.github.llmchat;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/**
 * Options that say how the model chooses the tokens of its answer. Each is a field of the request; null means not sent.
 *
 * <p>
 * Ranges are checked when a request is built, not here, see {@link LlmChatRequestConfiguration#isLenient()}.
 */
@UriParams
public abstract class LlmChatSamplingConfiguration extends LlmChatLimitConfiguration {

    @UriParam(label = "request",
              description = "Sampling temperature, 0 to 2: the higher, the more varied the answer (field temperature). Not "
                            + "sent unless set.")
    private Double temperature;

    @UriParam(label = "request",
              description = "Nucleus sampling: only the most likely tokens that together have this probability are "
                            + "considered, 0 to 1 (field top_p). Not sent unless set.")
    private Double topP;

    @UriParam(label = "request",
              description = "Number of answers to generate, 1 or more (field n). With more than one, the body is a list of "
                            + "texts. Not sent unless set.")
    private Integer n;

    @UriParam(label = "request",
              description = "Text at which the model stops; it is not part of the answer (field stop). A JSON array of 1 "
                            + "to 4 texts gives several. A comma separates nothing. Not sent unless set.")
    private String stop;

    @UriParam(label = "request",
              description = "Most tokens that the answer may have, 1 or more (field max_tokens). Never exchanged for "
                            + "maxCompletionTokens. Not sent unless set.")
    private Integer maxTokens;

    @UriParam(label = "request",
              description = "Most tokens that the answer may have, its reasoning included, 1 or more (field "
                            + "max_completion_tokens), the form that reasoning models ask for. Not sent unless set.")
    private Integer maxCompletionTokens;

    @UriParam(label = "request",
              description = "Penalty for tokens that occurred before, however often, -2 to 2 (field presence_penalty). Not "
                            + "sent unless set.")
    private Double presencePenalty;

    @UriParam(label = "request",
              description = "Penalty for tokens by how often they occurred before, -2 to 2 (field frequency_penalty). Not "
                            + "sent unless set.")
    private Double frequencyPenalty;

    @UriParam(label = "request",
              description = "Bias per token id: a JSON object as text, from token id to a number from -100 to "
                            + "100 (field logit_bias). Not sent unless set.")
    private String logitBias;

    @UriParam(label = "request",
              description = "Whether the answer has the log probabilities of its tokens (field logprobs). They are in the "
                            + "answer's JSON. Not sent unless set.")
    private Boolean logprobs;

    @UriParam(label = "request",
              description = "Number of the likeliest alternatives for each token, 0 to 20; needs logprobs=true (field "
                            + "top_logprobs). Not sent unless set.")
    private Integer topLogprobs;

    @UriParam(label = "request",
              description = "Seed of the sampling: the same request with the same seed should give the same answer, where "
                            + "the upstream supports it (field seed). Not sent unless set.")
    private Long seed;

    /** {@return the sampling temperature, or null} */
    public Double getTemperature() {
        return temperature;
    }

    /** @param temperature the sampling temperature, or null */
    public void setTemperature(Double temperature) {
        this.temperature = temperature;
    }

    /** {@return the nucleus sampling share, or null} */
    public Double getTopP() {
        return topP;
    }

    /** @param topP the nucleus sampling share, or null */
    public void setTopP(Double topP) {
        this.topP = topP;
    }

    /** {@return the number of answers asked for, or null} */
    public Integer getN() {
        return n;
    }

    /** @param n the number of answers asked for, or null */
    public void setN(Integer n) {
        this.n = n;
    }

    /** {@return the stop sequence, or a JSON array of them as text, or null} */
    public String getStop() {
        return stop;
    }

    /** @param stop the stop sequence, or a JSON array of them as text, or null */
    public void setStop(String stop) {
        this.stop = stop;
    }

    /** {@return the most tokens of the answer, or null} */
    public Integer getMaxTokens() {
        return maxTokens;
    }

    /** @param maxTokens the most tokens of the answer, or null */
    public void setMaxTokens(Integer maxTokens) {
        this.maxTokens = maxTokens;
    }

    /** {@return the most tokens of the answer and its reasoning, or null} */
    public Integer getMaxCompletionTokens() {
        return maxCompletionTokens;
    }

    /** @param maxCompletionTokens the most tokens of the answer and its reasoning, or null */
    public void setMaxCompletionTokens(Integer maxCompletionTokens) {
        this.maxCompletionTokens = maxCompletionTokens;
    }

    /** {@return the presence penalty, or null} */
    public Double getPresencePenalty() {
        return presencePenalty;
    }

    /** @param presencePenalty the presence penalty, or null */
    public void setPresencePenalty(Double presencePenalty) {
        this.presencePenalty = presencePenalty;
    }

    /** {@return the frequency penalty, or null} */
    public Double getFrequencyPenalty() {
        return frequencyPenalty;
    }

    /** @param frequencyPenalty the frequency penalty, or null */
    public void setFrequencyPenalty(Double frequencyPenalty) {
        this.frequencyPenalty = frequencyPenalty;
    }

    /** {@return the bias per token id, a JSON object as text, or null} */
    public String getLogitBias() {
        return logitBias;
    }

    /** @param logitBias the bias per token id, a JSON object as text, or null */
    public void setLogitBias(String logitBias) {
        this.logitBias = logitBias;
    }

    /** {@return whether log probabilities are asked for, or null} */
    public Boolean getLogprobs() {
        return logprobs;
    }

    /** @param logprobs whether log probabilities are asked for, or null */
    public void setLogprobs(Boolean logprobs) {
        this.logprobs = logprobs;
    }

    /** {@return the number of alternatives per token, or null} */
    public Integer getTopLogprobs() {
        return topLogprobs;
    }

    /** @param topLogprobs the number of alternatives per token, or null */
    public void setTopLogprobs(Integer topLogprobs) {
        this.topLogprobs = topLogprobs;
    }

    /** {@return the seed of the sampling, or null} */
    public Long getSeed() {
        return seed;
    }

    /** @param seed the seed of the sampling, or null */
    public void setSeed(Long seed) {
        this.seed = seed;
    }
}

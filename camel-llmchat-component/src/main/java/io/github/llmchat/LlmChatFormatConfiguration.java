package io.github.llmchat;

import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/**
 * Options that say what form the answer has: text, an object by a schema, audio.
 *
 * <p>
 * Those labelled request are fields of the request; null means not sent.
 */
@UriParams
public abstract class LlmChatFormatConfiguration extends LlmChatThinkingConfiguration {

    @UriParam(label = "request",
              description = "How detailed the answer is, such as low, medium or high; what is allowed depends on the model "
                            + "(field verbosity). Not sent unless set.")
    private String verbosity;

    @UriParam(label = "request",
              description = "Format of the answer: text, json_object, or a JSON object as text that is sent as it is (field "
                            + "response_format). Goes before the format that jsonSchema or outputClass make. Not sent unless "
                            + "set.")
    private String responseFormat;

    @UriParam(label = "request",
              description = "JSON Schema that the answer must match, as text or as resource:classpath:answer-schema.json: "
                            + "either a schema, or an object with name, schema and strict as in the field response_format. It "
                            + "is sent to the model, and the answer is checked against it.")
    @Metadata(supportFileReference = true)
    private String jsonSchema;

    @UriParam(label = "request",
              description = "Name of the class that the answer is mapped to; the message body is then the object. Without "
                            + "jsonSchema the schema is made from the class and its Jackson annotations. The answer is "
                            + "checked against the schema.")
    private String outputClass;

    @UriParam(label = "result", defaultValue = "1",
              description = "How often the model is asked again, with what was wrong, when its answer does not match "
                            + "jsonSchema or outputClass; 0 or more. Every repair is a call that is paid for. Chunks that a "
                            + "route has seen are not taken back: with chunksTo or output=stream there are no repairs.")
    private int maxRepairs = 1;

    @UriParam(label = "request",
              description = "The forms of output asked for, comma separated or as JSON array, such as text,audio (field "
                            + "modalities). Not sent unless set.")
    private String modalities;

    @UriParam(label = "request",
              description = "Voice of a spoken answer, such as alloy (field audio.voice). Not sent unless set.")
    private String audioVoice;

    @UriParam(label = "request",
              description = "Format of a spoken answer, such as wav, mp3, flac, opus or pcm16; streams need pcm16 (field "
                            + "audio.format). Not sent unless set.")
    private String audioFormat;

    /** {@return the verbosity, or null} */
    public String getVerbosity() {
        return verbosity;
    }

    /** @param verbosity the verbosity, or null */
    public void setVerbosity(String verbosity) {
        this.verbosity = verbosity;
    }

    /** {@return the format of the answer, or null} */
    public String getResponseFormat() {
        return responseFormat;
    }

    /** @param responseFormat the format of the answer, or null */
    public void setResponseFormat(String responseFormat) {
        this.responseFormat = responseFormat;
    }

    /** {@return the JSON Schema of the answer, as text or as a resource, or null} */
    public String getJsonSchema() {
        return jsonSchema;
    }

    /** @param jsonSchema the JSON Schema of the answer, as text or as a resource, or null */
    public void setJsonSchema(String jsonSchema) {
        this.jsonSchema = jsonSchema;
    }

    /** {@return the name of the class that the answer is mapped to, or null} */
    public String getOutputClass() {
        return outputClass;
    }

    /** @param outputClass the name of the class that the answer is mapped to, or null */
    public void setOutputClass(String outputClass) {
        this.outputClass = outputClass;
    }

    /** {@return how often an answer that does not match its schema is asked for again} */
    public int getMaxRepairs() {
        return maxRepairs;
    }

    /** @param maxRepairs how often an answer that does not match its schema is asked for again */
    public void setMaxRepairs(int maxRepairs) {
        this.maxRepairs = maxRepairs;
    }

    /** {@return the forms of output asked for, or null} */
    public String getModalities() {
        return modalities;
    }

    /** @param modalities the forms of output asked for, or null */
    public void setModalities(String modalities) {
        this.modalities = modalities;
    }

    /** {@return the voice of spoken answers, or null} */
    public String getAudioVoice() {
        return audioVoice;
    }

    /** @param audioVoice the voice of spoken answers, or null */
    public void setAudioVoice(String audioVoice) {
        this.audioVoice = audioVoice;
    }

    /** {@return the format of spoken answers, or null} */
    public String getAudioFormat() {
        return audioFormat;
    }

    /** @param audioFormat the format of spoken answers, or null */
    public void setAudioFormat(String audioFormat) {
        this.audioFormat = audioFormat;
    }
}

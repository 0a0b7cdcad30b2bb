package io.github.llmchat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.llmchat.error.ErrorDetails;
import io.github.llmchat.error.OutputSchemaException;
import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.model.ChatMessage;
import io.github.llmchat.model.Choice;
import io.github.llmchat.schema.JsonAnswer;
import org.apache.camel.CamelContext;
import org.apache.camel.support.CamelContextHelper;

/** Checks answers against their schema and maps them to objects. */
final class TypedAnswers {

    private final ObjectMapper mapper;

    /** @param context whose registry's mapper counts, if there is one, as for Camel's Jackson data format */
    TypedAnswers(CamelContext context) {
        ObjectMapper own = CamelContextHelper.findSingleByType(context, ObjectMapper.class);
        this.mapper = own != null
                ? own : JsonMapper.builder()
                        .findAndAddModules()
                        // the schema says what may be there
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .build();
    }

    /** Why an answer is not what was asked for. */
    static final class Mismatch extends Exception {

        private static final long serialVersionUID = 1L;

        /** Whether asking again may help. */
        private final boolean repairable;
        private final transient List<String> violations;
        private final transient String answer;

        private Mismatch(String message, boolean repairable, List<String> violations, String answer) {
            super(message);
            this.repairable = repairable;
            this.violations = violations;
            this.answer = answer;
        }

        boolean repairable() {
            return repairable;
        }

        /** What was said, by the first of several answers that does not match. */
        String answer() {
            return answer;
        }

        List<String> violations() {
            return violations;
        }

        OutputSchemaException toException(int repairs, ErrorDetails details, ChatCompletion completion) {
            String after = repairs == 0 ? "" : repairs == 1 ? " (after 1 repair)" : " (after " + repairs + " repairs)";
            return new OutputSchemaException(getMessage() + after, details, violations, completion, null);
        }
    }

    /**
     * The object, or the bare JSON text if there is no class to map to; a list of them if there are several answers.
     */
    Object read(AnswerType type, ChatCompletion completion) throws Mismatch {
        List<Object> values = new ArrayList<>();
        for (Choice choice : completion.choices()) {
            values.add(value(type, choice));
        }
        if (values.isEmpty()) {
            throw new Mismatch("The gateway's answer has no choices", false, List.of(), "");
        }
        return values.size() == 1 ? values.get(0) : values;
    }

    private Object value(AnswerType type, Choice choice) throws Mismatch {
        ChatMessage message = choice.message();
        if (message.refusal() != null) {
            throw new Mismatch("The model refused to answer", false, List.of(), "");
        }
        JsonNode document = JsonAnswer.parse(message.content());
        if (document == null && "length".equals(choice.finishReason())) {
            throw new Mismatch(
                    "The answer was cut off before its JSON was complete (finish reason length): raise maxTokens or "
                               + "maxCompletionTokens, or the model's own limit",
                    false, List.of(), message.content());
        }
        List<String> violations = document == null
                ? List.of("the answer is not one JSON document") : type.schema().violations(document);
        if (!violations.isEmpty()) {
            throw mismatch(type, violations, message.content());
        }
        String text = JsonAnswer.text(message.content());
        return type.type() == null ? text : mapped(type, text);
    }

    private Object mapped(AnswerType type, String text) throws Mismatch {
        try {
            return mapper.readValue(text, type.type());
        } catch (JsonMappingException e) {
            // not its message, which quotes the answer
            String place = e.getPath().stream()
                    .map(ref -> ref.getFieldName() == null ? "[" + ref.getIndex() + "]" : "." + ref.getFieldName())
                    .collect(Collectors.joining("", "$", ""));
            throw mismatch(type, List.of(place + ": can't be read as part of " + type.type().getSimpleName()),
                    text);
        } catch (JacksonException e) {
            throw mismatch(type, List.of("the answer is not one JSON document"), text);
        }
    }

    private static Mismatch mismatch(AnswerType type, List<String> violations, String answer) {
        return new Mismatch(
                "The answer does not match the schema " + type.schema().name() + ": " + String.join("; ", violations), true,
                violations, answer);
    }
}

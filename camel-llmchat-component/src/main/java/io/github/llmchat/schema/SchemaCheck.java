package io.github.llmchat.schema;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.OutputFormat;
import com.networknt.schema.ValidationMessage;

/**
 * Checks documents against one compiled schema, with bounded effort whatever the document is. Any thread may use it.
 */
final class SchemaCheck {

    static final int MAX_MESSAGES = 10;
    static final int MAX_DEPTH = 200;

    private static final int MAX_FINDINGS = 20_000;
    private static final int MAX_FINDINGS_IN_CHOICE = 500_000;
    /** Enough to choose from; what follows is mostly the same again. */
    private static final int MAX_CONSIDERED = 500;

    private final JsonSchema schema;
    private final Violations violations;

    /**
     * @param known which names may be told
     */
    SchemaCheck(JsonSchema schema, Predicate<String> known) {
        this.schema = schema;
        this.violations = new Violations(schema.getSchemaNode(), new Place(known));
    }

    /**
     * What is wrong with a document: the first {@value #MAX_MESSAGES} violations, none if it is valid.
     */
    List<String> violations(JsonNode document) {
        if (isDeep(document)) {
            return List.of("$: must not be nested deeper than " + MAX_DEPTH + " levels");
        }
        try {
            return violations.of(findings(document));
        } catch (BoundedExecution.ExceededException | StackOverflowError e) {
            return List.of("$: is too large or too irregular to be checked");
        }
    }

    private List<ValidationMessage> findings(JsonNode document) {
        try {
            return findings(document, new BoundedExecution(false, MAX_FINDINGS));
        } catch (BoundedExecution.ExceededException e) {
            // too many to keep them all; but they may be those of choices that were not meant: the first real one tells
            return findings(document, new BoundedExecution(true, MAX_FINDINGS_IN_CHOICE));
        }
    }

    private List<ValidationMessage> findings(JsonNode document, BoundedExecution execution) {
        Collection<ValidationMessage> all = schema.validate(execution, document, OutputFormat.DEFAULT);
        return all.stream().limit(MAX_CONSIDERED).toList();
    }

    private static boolean isDeep(JsonNode document) {
        Deque<JsonNode> level = new ArrayDeque<>(List.of(document));
        for (int depth = 0; !level.isEmpty(); depth++) {
            if (depth > MAX_DEPTH) {
                return true;
            }
            Deque<JsonNode> next = new ArrayDeque<>();
            level.forEach(node -> node.forEach(child -> {
                if (child.isContainerNode()) {
                    next.add(child);
                }
            }));
            level = next;
        }
        return false;
    }
}

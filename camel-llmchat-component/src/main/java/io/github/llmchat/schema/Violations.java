package io.github.llmchat.schema;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.ValidationMessage;

/**
 * From the validator's findings to messages: those of choices that were not meant are left out, those of one place and
 * kind become one.
 */
final class Violations {

    private static final Set<String> CHOICES = Set.of("anyOf", "oneOf");
    private static final Set<String> VALUES = Set.of("enum", "const");

    private final JsonNode schema;
    private final Place place;

    Violations(JsonNode schema, Place place) {
        this.schema = schema;
        this.place = place;
    }

    List<String> of(List<ValidationMessage> findings) {
        Set<String> messages = new LinkedHashSet<>();
        for (ValidationMessage finding : findings) {
            if (messages.size() < SchemaCheck.MAX_MESSAGES && findings.stream().noneMatch(other -> isBetter(other, finding))) {
                messages.add(place.of(finding.getInstanceLocation()) + ": " + words(finding, findings));
            }
        }
        return List.copyOf(messages);
    }

    private String words(ValidationMessage finding, List<ValidationMessage> all) {
        String keyword = finding.getType();
        JsonNode value = finding.getSchemaNode();
        if (isType(finding)) {
            return RuleWords.type(joined(finding, all.stream().filter(Violations::isType).toList())
                    .stream().map(JsonNode::asText).toList());
        }
        if (VALUES.contains(keyword)) {
            return RuleWords.value(joined(finding, all.stream().filter(other -> VALUES.contains(other.getType())).toList()));
        }
        if (keyword.equals("required")) {
            return RuleWords.required(finding.getProperty());
        }
        if (keyword.equals("additionalProperties")) {
            return RuleWords.onlyProperties(sibling(finding, "properties"));
        }
        return RuleWords.of(keyword, value);
    }

    /** What one place may be according to several findings: each choice has its own. */
    private static Set<JsonNode> joined(ValidationMessage finding, List<ValidationMessage> all) {
        Set<JsonNode> values = new LinkedHashSet<>();
        for (ValidationMessage other : all) {
            if (other.getInstanceLocation().equals(finding.getInstanceLocation())) {
                JsonNode value = other.getSchemaNode();
                (value.isArray() && !other.getType().equals("const") ? value : List.of(value)).forEach(values::add);
            }
        }
        return values;
    }

    private JsonNode sibling(ValidationMessage finding, String keyword) {
        JsonNodePath fragment = finding.getSchemaLocation().getFragment();
        JsonPointer rule = JsonPointer.empty();
        for (int i = 0; i < fragment.getNameCount() - 1; i++) {
            rule = rule.appendProperty(String.valueOf(fragment.getElement(i)));
        }
        return schema.at(rule.appendProperty(keyword));
    }

    /**
     * Whether another finding says more: inside one choice of which this one says only that it is of another type, or
     * that none of its branches fits.
     */
    private static boolean isBetter(ValidationMessage other, ValidationMessage finding) {
        JsonNodePath choice = choice(finding);
        if (choice == null || other == finding || !isBelow(other.getEvaluationPath(), choice)
                || !isBelow(other.getInstanceLocation(), finding.getInstanceLocation())) {
            return false;
        }
        boolean same = other.getInstanceLocation().equals(finding.getInstanceLocation());
        return !isType(finding) || !same || !isType(other) && !other.getEvaluationPath().equals(choice);
    }

    /** The choice that this finding is about as a whole, or {@code null}. */
    private static JsonNodePath choice(ValidationMessage finding) {
        JsonNodePath path = finding.getEvaluationPath();
        if (CHOICES.contains(finding.getType())) {
            return finding.getMessageKey().equals("oneOf.indexes") ? null : path;
        }
        if (!isType(finding)) {
            return null;
        }
        JsonNodePath branch = path.getParent();
        while (branch != null && "$ref".equals(last(branch))) {
            branch = branch.getParent();
        }
        JsonNodePath choice = branch == null ? null : branch.getParent();
        return choice != null && CHOICES.contains(String.valueOf(last(choice))) ? choice : null;
    }

    private static boolean isType(ValidationMessage finding) {
        return "type".equals(finding.getType());
    }

    private static boolean isBelow(JsonNodePath path, JsonNodePath ancestor) {
        return path.getNameCount() >= ancestor.getNameCount() && path.startsWith(ancestor);
    }

    private static Object last(JsonNodePath path) {
        return path.getNameCount() == 0 ? null : path.getElement(path.getNameCount() - 1);
    }
}

package io.github.llmchat.model;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * How many tokens a call took, as the gateway counts them. Numbers that it does not give are {@code null}. Immutable.
 */
public final class Usage extends JsonView {

    Usage(ObjectNode tree) {
        super(tree);
    }

    /**
     * The usage in a completion or chunk: at the top, or where Moonshot and Groq put it; {@code null} if there is none.
     */
    static Usage find(ObjectNode document) {
        ObjectNode usage = Fields.object(document, "usage");
        if (usage == null) {
            for (ObjectNode choice : Fields.objects(document, "choices", choice -> choice)) {
                usage = Fields.object(choice, "usage");
                break;
            }
        }
        if (usage == null) {
            usage = Fields.object(document.path("x_groq"), "usage");
        }
        return usage == null ? null : new Usage(usage);
    }

    /**
     * What several calls took together: numbers are added up, also those in objects; of anything else the later counts.
     *
     * @param  more the usage of a later call, or {@code null}
     * @return      the sum
     */
    public Usage plus(Usage more) {
        return more == null ? this : new Usage(sum(tree(), more.tree()));
    }

    private static ObjectNode sum(ObjectNode one, ObjectNode other) {
        ObjectNode sum = one.deepCopy();
        for (Map.Entry<String, JsonNode> field : other.properties()) {
            JsonNode before = sum.get(field.getKey());
            JsonNode value = field.getValue();
            if (before instanceof ObjectNode object && value instanceof ObjectNode more) {
                sum.set(field.getKey(), sum(object, more));
            } else if (before != null && before.isNumber() && value.isNumber()) {
                sum.put(field.getKey(), before.decimalValue().add(value.decimalValue()));
            } else if (before == null || !value.isNull()) {
                sum.set(field.getKey(), value.deepCopy());
            }
        }
        return sum;
    }

    /**
     * Tokens of the request.
     *
     * @return the number, or {@code null}
     */
    public Long promptTokens() {
        return Fields.number(tree(), "prompt_tokens");
    }

    /**
     * Tokens of the answer, those of its reasoning included.
     *
     * @return the number, or {@code null}
     */
    public Long completionTokens() {
        return Fields.number(tree(), "completion_tokens");
    }

    /**
     * Tokens of both.
     *
     * @return the number, or {@code null}
     */
    public Long totalTokens() {
        return Fields.number(tree(), "total_tokens");
    }

    /**
     * Tokens of the request that the gateway had seen before and kept.
     *
     * @return the number, or {@code null}
     */
    public Long cachedTokens() {
        Long tokens = Fields.number(tree().path("prompt_tokens_details"), "cached_tokens");
        return tokens == null ? Fields.number(tree(), "prompt_cache_hit_tokens") : tokens;
    }

    /**
     * Tokens of the answer that went into reasoning.
     *
     * @return the number, or {@code null}
     */
    public Long reasoningTokens() {
        Long tokens = Fields.number(tree().path("completion_tokens_details"), "reasoning_tokens");
        return tokens == null ? Fields.number(tree(), "reasoning_tokens") : tokens;
    }

    @Override
    public String toString() {
        return "Usage[promptTokens=" + promptTokens() + ", completionTokens=" + completionTokens() + ", totalTokens="
               + totalTokens() + "]";
    }
}

package io.github.llmchat.model;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a gateway says about one model, in its list of models or in its catalogue. Gateways say more than this class has
 * methods for: see {@link #get(String)}. Immutable.
 */
public final class ModelInfo extends JsonView {

    ModelInfo(ObjectNode tree) {
        super(tree);
    }

    /**
     * The entry that a tree is.
     *
     * @param  tree                     an object, which is copied; or a text, which is the model's id
     * @return                          the entry
     * @throws IllegalArgumentException if the tree is neither
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ModelInfo fromTree(JsonNode tree) {
        if (tree != null && tree.isTextual()) {
            return new ModelInfo(Json.object().put("id", tree.textValue()));
        }
        return new ModelInfo(Fields.requireObject("A model's entry", tree).deepCopy());
    }

    /**
     * The entry that a JSON text is.
     *
     * @param  json                     an object, or a string with the model's id
     * @return                          the entry
     * @throws IllegalArgumentException if the text is neither
     */
    public static ModelInfo fromJson(String json) {
        return fromTree(Json.parseArgument("A model's entry", json));
    }

    /**
     * The entries in a list of models as gateways answer it: an object with {@code data} or {@code models}, or a bare
     * array; its elements are objects or ids.
     *
     * @param  document the answer
     * @return          the entries, or {@code null} if the document is no such list
     */
    public static List<ModelInfo> list(JsonNode document) {
        return ModelShapes.list(document);
    }

    /**
     * The entry in the answer of a model catalogue: the document itself, or its {@code data}.
     *
     * @param  document the answer
     * @return          the entry, or {@code null} if the document describes no model
     */
    public static ModelInfo entry(JsonNode document) {
        return ModelShapes.entry(document);
    }

    /**
     * The name under which the model is called.
     *
     * @return the {@code id}, else {@code name} or {@code model}; {@code null} if there is none of them
     */
    public String id() {
        return ModelShapes.id(tree());
    }

    /**
     * When the model was made.
     *
     * @return seconds since 1970, or {@code null}
     */
    public Long created() {
        return Fields.number(tree(), "created");
    }

    /**
     * Whose model it is.
     *
     * @return the owner's name, or {@code null}
     */
    public String ownedBy() {
        return Fields.string(tree(), "owned_by");
    }

    /**
     * What the model takes.
     *
     * @return {@code text}, {@code image}, {@code audio} and the like, as the gateway names them; empty if it says
     *         nothing
     */
    public List<String> inputModalities() {
        return ModelShapes.modalities(tree(), "input");
    }

    /**
     * What the model makes.
     *
     * @return {@code text}, {@code image}, {@code audio} and the like, as the gateway names them; empty if it says
     *         nothing
     */
    public List<String> outputModalities() {
        return ModelShapes.modalities(tree(), "output");
    }

    /**
     * Whether images may be sent to the model.
     *
     * @return {@code false} if the entry names what the model takes, and images are not among it
     */
    public boolean acceptsImages() {
        List<String> input = inputModalities();
        return input.isEmpty() || input.stream().anyMatch(ModelShapes.IMAGE::contains);
    }

    @Override
    public String toString() {
        return "ModelInfo[id=" + id() + "]";
    }
}

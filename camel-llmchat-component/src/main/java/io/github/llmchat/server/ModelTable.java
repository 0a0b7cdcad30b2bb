package io.github.llmchat.server;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** The models of one server, and who may use which. Thread-safe. */
final class ModelTable {

    private final Map<String, ServedModel> models = new ConcurrentSkipListMap<>();

    /**
     * Adds a model. One that is there already gives way if it takes no calls.
     *
     * @throws IllegalStateException if another one of that name takes calls
     */
    synchronized void add(ServedModel model, String path) {
        ServedModel other = models.get(model.name());
        if (other != null && other != model && other.accepting()) {
            throw new IllegalStateException(
                    "Two routes serve the model " + model.name() + " at " + path + ": from(\"llmchat:" + model.name()
                                            + "\") may be there once for each path");
        }
        models.put(model.name(), model);
    }

    synchronized void remove(ServedModel model) {
        models.remove(model.name(), model);
    }

    boolean isEmpty() {
        return models.isEmpty();
    }

    Collection<ServedModel> all() {
        return models.values();
    }

    /** The largest request that any of the models takes. */
    int maxRequestSize() {
        return models.values().stream().mapToInt(model -> model.options().maxRequestSize()).max().orElse(0);
    }

    /**
     * Whether the key may use anything here, before it is known what.
     *
     * @throws RefusedException if it may not
     */
    void admit(String key) throws RefusedException {
        boolean admitted = models.values().stream()
                .anyMatch(model -> model.options().keys().open() || model.options().keys().clientOf(key) != null);
        if (!admitted && !models.isEmpty()) {
            throw new RefusedException(noAccess(key));
        }
    }

    /**
     * The model that answers for a name.
     *
     * @throws RefusedException if there is none, or none that the key may use
     */
    ServedModel find(String name, String key) throws RefusedException {
        ServedModel model = ServedModel.ANY.equals(name) ? null : models.get(name);
        if (model == null) {
            model = models.get(ServedModel.ANY);
        }
        if (model == null) {
            throw new RefusedException(ErrorReply.unknownModel(name));
        }
        if (!mayUse(model, key)) {
            throw new RefusedException(knowsKey(key) ? ErrorReply.unknownModel(name) : noAccess(key));
        }
        return model;
    }

    /** The names of the models that the key may use; the one for all others has none. */
    List<ServedModel> listed(String key) {
        return models.values().stream()
                .filter(model -> !model.name().equals(ServedModel.ANY) && mayUse(model, key))
                .toList();
    }

    private static boolean mayUse(ServedModel model, String key) {
        return model.options().keys().open() || model.options().keys().clientOf(key) != null;
    }

    private boolean knowsKey(String key) {
        return models.values().stream().anyMatch(model -> model.options().keys().clientOf(key) != null);
    }

    private static ErrorReply noAccess(String key) {
        return key == null ? ErrorReply.missingKey() : ErrorReply.wrongKey();
    }
}

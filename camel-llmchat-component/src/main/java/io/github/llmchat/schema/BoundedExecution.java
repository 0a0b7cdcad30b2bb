package io.github.llmchat.schema;

import com.networknt.schema.ExecutionConfig;
import com.networknt.schema.ExecutionContext;

/**
 * One run of the validator that gives up when it has found too much. The validator asks for each finding whether to
 * stop at it, which is counted here: it keeps its findings for itself until it has all.
 */
final class BoundedExecution extends ExecutionContext {

    private final int limit;
    private int found;

    /**
     * @param first whether the first finding ends the run; those inside choices (anyOf and the like) do not
     * @param limit how many findings may be kept at a time
     */
    BoundedExecution(boolean first, int limit) {
        super(config(first));
        this.limit = limit;
    }

    private static ExecutionConfig config(boolean first) {
        ExecutionConfig config = new ExecutionConfig();
        config.setFailFast(first);
        return config;
    }

    @Override
    public boolean isFailFast() {
        found++;
        if (found > limit) {
            throw new ExceededException();
        }
        return super.isFailFast();
    }

    @Override
    public void setFailFast(boolean failFast) {
        super.setFailFast(failFast);
        if (failFast) {
            // a choice has been made, and what was found on the way is forgotten
            found = 0;
        }
    }

    /** Too much was found. */
    static final class ExceededException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ExceededException() {
            super(null, null, false, false);
        }
    }
}

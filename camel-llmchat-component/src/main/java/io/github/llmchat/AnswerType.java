package io.github.llmchat;

import io.github.llmchat.schema.OutputSchema;

/**
 * What an answer must be.
 *
 * @param schema what it must match
 * @param type   what it is mapped to, or null if its text is wanted
 */
record AnswerType(OutputSchema schema, Class<?> type) {
}

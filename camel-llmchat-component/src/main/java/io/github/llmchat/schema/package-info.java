/**
 * JSON Schema: what a model's answer or arguments must look like, from a document or from a Java class, and whether
 * they do. Internal, may change. It knows no Camel; the validator and the generator behind it appear nowhere else.
 */
package io.github.llmchat.schema;

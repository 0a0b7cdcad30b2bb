/**
 * The documents of the Chat Completions API as immutable views over a JSON tree: what the views do not know, explicit
 * nulls, the order of fields and the digits of numbers survive a round trip. All types but the reader of a stream's
 * chunks may be shared between threads.
 */
package io.github.llmchat.model;

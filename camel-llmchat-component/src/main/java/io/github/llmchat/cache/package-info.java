/**
 * Completions that need not be paid for twice: what a cache is, two of them, and how requests are told apart. Types
 * whose description begins with "Internal" are no part of the API.
 */
package io.github.llmchat.cache;

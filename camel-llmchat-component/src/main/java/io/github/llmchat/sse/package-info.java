/**
 * An incremental parser for server-sent events: bytes in, events out. It follows the event stream interpretation of the
 * WHATWG HTML standard, does no I/O, knows nothing of HTTP or JSON and has no dependencies.
 */
package io.github.llmchat.sse;

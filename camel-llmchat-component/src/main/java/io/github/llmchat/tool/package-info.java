/**
 * Tools: what a model is told about them, how they are called, and the loop of answers, calls and results. Internal,
 * may change. Nothing here knows Camel, HTTP or threads of its own; packages below it bring the tools.
 */
package io.github.llmchat.tool;

/**
 * The scheme {@code llmchat-tool}: routes as tools. The only place among the tools that knows Camel.
 */
package io.github.llmchat.tool.route;

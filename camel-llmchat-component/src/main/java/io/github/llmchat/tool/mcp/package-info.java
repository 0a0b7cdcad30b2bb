/**
 * Tools of MCP servers, through the transports of the official Java SDK. Internal, may change. The SDK and Reactor
 * appear here only, and are there only if the user has added them: nothing outside loads a class of this package but
 * the records of options unless a server is configured.
 */
package io.github.llmchat.tool.mcp;

/**
 * The transport: one request and its answer, whole or as events, over Apache HttpClient 5's asynchronous client.
 * Internal, may change. It knows no Camel and, of the JSON, only error objects.
 */
package io.github.llmchat.http;

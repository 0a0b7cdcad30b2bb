/**
 * What the endpoints of all schemes need of Camel. Internal, may change.
 */
package io.github.llmchat.camel;

/**
 * Why calls fail: one unchecked exception for each thing that a route may want to treat differently.
 */
package io.github.llmchat.error;

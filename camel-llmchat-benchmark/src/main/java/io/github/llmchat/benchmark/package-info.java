/** Load programs for the component, and what they have in common. Run by hand; nothing here is published. */
package io.github.llmchat.benchmark;

/** What a benchmark needs of the component that is not for users. */
package io.github.llmchat;

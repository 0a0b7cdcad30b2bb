/**
 * A scripted Chat Completions gateway for tests: it answers each request with the bytes that the test prescribes, and
 * keeps what it received. Needs the JDK, the JUnit Jupiter API and Jackson only.
 */
package io.github.llmchat.testing;

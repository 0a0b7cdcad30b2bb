package io.github.llmchat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.apache.camel.CamelContext;
import org.apache.camel.support.ResourceHelper;

/** An option that is a text, or names a resource that holds one. Headers never name one: they may come from outside. */
final class TextResource {

    private static final String RESOURCE = "resource:";

    private TextResource() {
    }

    /**
     * The text; null if the option is not set.
     *
     * @throws IllegalArgumentException if the resource can't be read
     */
    static String load(CamelContext context, String option, String value) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        if (!value.startsWith(RESOURCE)) {
            return value;
        }
        String uri = value.substring(RESOURCE.length());
        try (InputStream in = ResourceHelper.resolveMandatoryResourceAsInputStream(context, uri)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalArgumentException(option + "=" + value + ": the resource can't be read", e);
        }
    }
}

package io.github.llmchat;

import java.util.regex.Pattern;

import org.apache.camel.util.URISupport;

/**
 * Options of endpoints whose names say that they are secrets. Camel shows endpoint URIs in logs, exceptions and JMX,
 * and masks values by its own list of names only: what it would show must be given in another way.
 */
final class SecretNames {

    private static final Pattern SECRET
            = Pattern.compile("auth|key|token|secret|passw|cookie|credential", Pattern.CASE_INSENSITIVE);
    private static final String PROBE = "0p3n1y-sh0wn";

    private SecretNames() {
    }

    /** @param reference whether the value is that of a bean: then the URI has the bean's name only */
    static void refuseShown(String option, boolean reference) {
        boolean shown = URISupport.sanitizeUri("llmchat:model?" + option + "=" + PROBE).contains(PROBE);
        if (!reference && shown) {
            refuseSecret(option, option.substring(option.lastIndexOf('.') + 1));
        }
    }

    /** @param name within an option whose value Camel shows */
    static void refuseSecret(String option, String name) {
        if (SECRET.matcher(name).find()) {
            String instead = "use apiKey, or name a bean that holds the value (#bean:name)";
            throw new IllegalArgumentException(
                    option + ": the name " + shown(name) + " says that this is a secret, and Camel would print it in the "
                                               + "endpoint's URI: " + instead);
        }
    }

    static String shown(String name) {
        return name.replaceAll("[^A-Za-z0-9_.-]", "?");
    }
}

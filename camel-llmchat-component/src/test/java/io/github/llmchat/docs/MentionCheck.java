package io.github.llmchat.docs;

import java.util.Optional;

import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.ConfigurationPropertiesValidationResult;
import org.apache.camel.catalog.EndpointValidationResult;

/** Asks Camel's catalog whether a route with this URI would start. */
final class MentionCheck {

    private final CamelCatalog catalog = ComponentCatalog.camel();

    /** What is wrong, with file and line, or nothing. */
    Optional<String> problem(Mention mention) {
        String message = mention.isProperty() ? propertyProblem(mention.text()) : uriProblem(mention.text());
        return message == null
                ? Optional.empty()
                : Optional.of(mention.file() + ":" + mention.line() + ": " + mention.text() + "\n" + message);
    }

    private String propertyProblem(String property) {
        ConfigurationPropertiesValidationResult result = catalog.validateConfigurationProperty(property);
        return result.isSuccess() && result.isAccepted() ? null : result.summaryErrorMessage(false);
    }

    private String uriProblem(String uri) {
        // what is known at run time only is as good as any value; and the catalog does not know RAW
        String checkable = uri.replaceAll("\\$\\{[^}]*}|RAW\\(.*?\\)(?=&|$)", "{{value}}");
        EndpointValidationResult result = catalog.validateEndpointProperties(checkable, false, false, false);
        return result.isSuccess() ? null : result.summaryErrorMessage(false);
    }
}

package io.github.llmchat;

import java.net.URI;

/**
 * Whose catalogue entry something is. Gateways show each key its own models, so that two keys share nothing.
 *
 * @param url    the entry's URL
 * @param apiKey the key's HTTP header, or null
 * @param vendor the HTTP header that picks the provider behind the gateway, or null
 */
record CatalogueKey(URI url, String apiKey, String vendor) {

    /** The key stays out. */
    @Override
    public String toString() {
        return "CatalogueKey[" + url.getRawPath() + "]";
    }
}

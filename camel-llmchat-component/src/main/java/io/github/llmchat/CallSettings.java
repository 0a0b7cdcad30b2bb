package io.github.llmchat;

import java.time.Duration;

import javax.net.ssl.SSLContext;

import io.github.llmchat.http.CallLimits;
import io.github.llmchat.http.ConnectionSettings;

/** From the user's options to what the transport wants to know. Wrong values fail here, when the endpoint starts. */
final class CallSettings {

    private CallSettings() {
    }

    static ConnectionSettings connection(LlmChatConfiguration options, SSLContext sslContext) {
        int proxyPort = 0;
        if (options.getProxyHost() != null) {
            if (options.getProxyPort() == null || options.getProxyPort() < 1 || options.getProxyPort() > 65_535) {
                throw new IllegalArgumentException(
                        "proxyPort=" + options.getProxyPort() + ": with proxyHost it must be a port from 1 to 65535");
            }
            proxyPort = options.getProxyPort();
        }
        return new ConnectionSettings(
                duration("connectTimeout", options.getConnectTimeout()), sslContext, options.getProxyHost(), proxyPort);
    }

    static CallLimits limits(LlmChatConfiguration options) {
        return new CallLimits(
                duration("readTimeout", options.getReadTimeout()), duration("chunkTimeout", options.getChunkTimeout()),
                duration("requestTimeout", options.getRequestTimeout()), duration("streamTimeout", options.getStreamTimeout()),
                atLeastOne("maxEventSize", options.getMaxEventSize()),
                atLeastOne("maxResponseSize", options.getMaxResponseSize()));
    }

    private static Duration duration(String option, long millis) {
        if (millis < 0) {
            throw new IllegalArgumentException(
                    option + "=" + millis + ": must be a duration such as 10s, or 0 for no limit");
        }
        return Duration.ofMillis(millis);
    }

    static int atLeastOne(String option, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(option + "=" + value + ": must be 1 or more");
        }
        return value;
    }
}

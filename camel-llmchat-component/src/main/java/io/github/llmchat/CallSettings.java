package io.github.llmchat;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import javax.net.ssl.SSLContext;

import io.github.llmchat.http.CallLimits;
import io.github.llmchat.http.ConnectionSettings;
import io.github.llmchat.http.GovernorLimits;
import io.github.llmchat.http.Proxy;
import io.github.llmchat.http.RetryPolicy;
import io.github.llmchat.tool.LoopLimits;

/** From the user's options to what the transport wants to know. Wrong values fail here, when the endpoint starts. */
final class CallSettings {

    private CallSettings() {
    }

    static ConnectionSettings connection(LlmChatConfiguration options, SSLContext sslContext) {
        return new ConnectionSettings(duration("connectTimeout", options.getConnectTimeout()), sslContext, proxy(options));
    }

    private static Proxy proxy(LlmChatConfiguration options) {
        if (options.getProxyHost() == null) {
            return null;
        }
        if (options.getProxyPort() == null || options.getProxyPort() < 1 || options.getProxyPort() > 65_535) {
            throw new IllegalArgumentException(
                    "proxyPort=" + options.getProxyPort() + ": with proxyHost it must be a port from 1 to 65535");
        }
        if (options.getProxyAuthUsername() == null ^ options.getProxyAuthPassword() == null) {
            throw new IllegalArgumentException("proxyAuthUsername and proxyAuthPassword need each other: set both or neither");
        }
        return new Proxy(
                options.getProxyHost(), options.getProxyPort(), options.getProxyAuthUsername(),
                options.getProxyAuthPassword());
    }

    static CallLimits limits(LlmChatConfiguration options) {
        return new CallLimits(
                duration("readTimeout", options.getReadTimeout()), duration("chunkTimeout", options.getChunkTimeout()),
                duration("requestTimeout", options.getRequestTimeout()), duration("streamTimeout", options.getStreamTimeout()),
                atLeastOne("maxEventSize", options.getMaxEventSize()),
                atLeastOne("maxResponseSize", options.getMaxResponseSize()));
    }

    static RetryPolicy retry(LlmChatConfiguration options) {
        return new RetryPolicy(
                notNegative("maxRetries", options.getMaxRetries()), duration("retryDelay", options.getRetryDelay()),
                duration("maxRetryDelay", options.getMaxRetryDelay()), () -> ThreadLocalRandom.current().nextDouble());
    }

    static GovernorLimits governor(LlmChatConfiguration options) {
        return new GovernorLimits(
                notNegative("maxConcurrentRequests", options.getMaxConcurrentRequests()),
                notNegative("requestsPerMinute", options.getRequestsPerMinute()),
                notNegative("tokensPerMinute", options.getTokensPerMinute()),
                atLeastOne("maxPendingRequests", options.getMaxPendingRequests()));
    }

    static LoopLimits loop(LlmChatConfiguration options) {
        return new LoopLimits(
                atLeastOne(LoopLimits.ROUNDS_OPTION, options.getMaxToolIterations()),
                notNegative(LoopLimits.TOKENS_OPTION, options.getMaxAgenticTokens()));
    }

    private static long notNegative(String option, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(option + "=" + value + ": must be 0 or more");
        }
        return value;
    }

    private static int notNegative(String option, int value) {
        return (int) notNegative(option, (long) value);
    }

    static Duration duration(String option, long millis) {
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

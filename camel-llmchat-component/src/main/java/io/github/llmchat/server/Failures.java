package io.github.llmchat.server;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;

import io.github.llmchat.error.AuthenticationException;
import io.github.llmchat.error.BadRequestException;
import io.github.llmchat.error.ChatException;
import io.github.llmchat.error.ChatTimeoutException;
import io.github.llmchat.error.ModelNotFoundException;
import io.github.llmchat.error.PermissionException;
import io.github.llmchat.error.QuotaException;
import io.github.llmchat.error.RateLimitException;
import io.github.llmchat.error.ServerException;
import io.github.llmchat.error.StreamCancelledException;

/**
 * What a client is told when a route fails. Words that were meant for the client pass, those of the gateway behind a
 * route only where they are about the client's own request: all others may name hosts and accounts. No message of an
 * exception that is not of the component's own family passes.
 */
final class Failures {

    private static final int DEEPEST_CAUSE = 20;

    private Failures() {
    }

    static ErrorReply reply(Throwable failure) {
        Throwable cause = failure;
        for (int i = 0; cause != null && i < DEEPEST_CAUSE; i++) {
            if (cause instanceof ChatException known) {
                return reply(known);
            }
            if (cause instanceof RejectedExecutionException) {
                // what Camel's Throttler throws
                return ErrorReply.busy();
            }
            if (cause instanceof TimeoutException) {
                return upstream(504, "The answer took too long.", null);
            }
            cause = cause.getCause();
        }
        return ErrorReply.serverError();
    }

    private static ErrorReply reply(ChatException failure) {
        // only a gateway's answer has a URL: without one, the exception is the route's own
        boolean ours = failure.url() == null;
        if (failure instanceof BadRequestException && !isRedirect(failure)) {
            return refusal(failure, status(failure, 400), failure.getMessage(), ErrorReply.INVALID_REQUEST, null);
        }
        if (failure instanceof PermissionException) {
            return refusal(failure, 403, ours ? failure.getMessage() : "The model's server refused the request.",
                    "permission_error", null);
        }
        if (failure instanceof ModelNotFoundException) {
            return refusal(failure, 404, ours ? failure.getMessage() : "The model does not exist, or is not available here.",
                    ErrorReply.INVALID_REQUEST, "model_not_found");
        }
        if (failure instanceof RateLimitException) {
            return refusal(failure, 429,
                    ours ? failure.getMessage() : "The rate limit of the model is reached. Try again later.",
                    "requests", "rate_limit_exceeded");
        }
        if (failure instanceof QuotaException) {
            return refusal(failure, 429, ours ? failure.getMessage() : "The quota for the model is used up.",
                    "insufficient_quota", "insufficient_quota");
        }
        if (failure instanceof AuthenticationException && ours) {
            return refusal(failure, 401, failure.getMessage(), ErrorReply.INVALID_REQUEST, "invalid_api_key");
        }
        return serverSide(failure, ours);
    }

    private static ErrorReply serverSide(ChatException failure, boolean ours) {
        if (failure instanceof ChatTimeoutException) {
            return upstream(504, "The model took too long to answer.", failure);
        }
        if (failure instanceof StreamCancelledException) {
            return upstream(503, "The answer was cancelled.", failure);
        }
        if (failure instanceof ServerException) {
            return upstream(status(failure, ours ? 500 : 502), ours
                    ? failure.getMessage() : "The model's server failed.", failure);
        }
        return upstream(502, "No complete answer could be had from the model's server.", failure);
    }

    private static boolean isRedirect(ChatException failure) {
        return failure.httpStatus() >= 300 && failure.httpStatus() < 400;
    }

    /** The gateway's own status if it says that something failed, else the other. */
    private static int status(ChatException failure, int otherwise) {
        return failure.httpStatus() >= 400 && failure.httpStatus() < 600 ? failure.httpStatus() : otherwise;
    }

    private static ErrorReply refusal(ChatException failure, int status, String message, String type, String code) {
        return new ErrorReply(
                status, message, failure.type() == null ? type : failure.type(), failure.param(),
                failure.code() == null ? code : failure.code(), failure.retryAfter());
    }

    private static ErrorReply upstream(int status, String message, ChatException failure) {
        return new ErrorReply(
                status, message, ErrorReply.SERVER_ERROR, null, null, failure == null ? null : failure.retryAfter());
    }
}

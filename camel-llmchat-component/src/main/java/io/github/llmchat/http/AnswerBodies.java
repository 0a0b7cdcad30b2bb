package io.github.llmchat.http;

import io.github.llmchat.stream.AnswerReceiver;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpResponse;

/** Which kind of body an answer has. */
final class AnswerBodies {

    private AnswerBodies() {
    }

    /** @param entity what is known of the body; null if there is none */
    static AnswerBody of(
            GatewayRequest request, HttpResponse response, EntityDetails entity, AnswerReceiver receiver, CallTimers timers) {
        AnswerBody body = response.getCode() < 300 ? answer(request, receiver, timers) : new ErrorBody(request, response);
        String coding = entity == null ? null : entity.getContentEncoding();
        return InflatedBody.isKnown(coding) ? new InflatedBody(coding, body) : body;
    }

    private static AnswerBody answer(GatewayRequest request, AnswerReceiver receiver, CallTimers timers) {
        return request.stream()
                ? new EventStreamBody(request.limits(), receiver, timers) : new WholeBody(request.limits().maxResponseSize());
    }
}

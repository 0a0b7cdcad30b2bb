package io.github.llmchat.quirks;

import java.util.List;

import io.github.llmchat.error.BadRequestException;
import io.github.llmchat.error.ChatException;
import io.github.llmchat.error.ServerException;
import io.github.llmchat.error.StreamErrorException;
import io.github.llmchat.testing.Script;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An error's JSON, and what is to be read from it.
 *
 * @param json    the document
 * @param message the gateway's words
 * @param type    the type, or null
 * @param code    the code, or null
 * @param param   the field to blame, or null
 */
record ErrorSample(String json, String message, String type, String code, String param) {

    static ErrorSample of(String json, String message) {
        return new ErrorSample(json, message, null, null, null);
    }

    static ErrorSample of(String json, String message, String type, String code) {
        return new ErrorSample(json, message, type, code, null);
    }

    /** As the body of a 400, of a 200 in answer to a plain and to a streamed call, and as an event named error. */
    void assertEverywhere(QuirkGateway gateway) {
        assertWithStatus400(gateway);
        String disguised = "The gateway answered with status 2xx and an error: " + message;
        assertFailure(gateway.wholeFails(json), ServerException.class, disguised);
        assertFailure(gateway.streamFails(Script.json(json)), ServerException.class, disguised);
        assertAsEvent(gateway, "event: error\n");
    }

    /** As the body of a 400, and as an event named error. */
    void assertWhereErrorsMustBe(QuirkGateway gateway) {
        assertWithStatus400(gateway);
        assertAsEvent(gateway, "event: error\n");
    }

    /** As an event after some text, after these lines. */
    void assertAsEvent(QuirkGateway gateway, String lines) {
        ChatException failure = gateway.streamFails(Script.sse().event(Samples.text("Half")).raw(lines)
                .event(json).event(Samples.text(" more")).done());
        assertFailure(failure, StreamErrorException.class, "The gateway reported an error inside the stream: " + message);
        assertThat(failure.partialCompletion().text()).isEqualTo("Half");
    }

    private void assertWithStatus400(QuirkGateway gateway) {
        Script script = Script.status(400).body("application/json", json);
        for (ChatException failure : List.of(gateway.wholeFails(script), gateway.streamFails(script))) {
            assertFailure(failure, BadRequestException.class, "The gateway answered 400: " + message);
            assertThat(failure.httpStatus()).isEqualTo(400);
        }
    }

    private void assertFailure(ChatException failure, Class<? extends ChatException> kind, String words) {
        assertThat(failure).as(json).isExactlyInstanceOf(kind).hasMessage(words);
        assertThat(failure.type()).as("type of %s", json).isEqualTo(type);
        assertThat(failure.code()).as("code of %s", json).isEqualTo(code);
        assertThat(failure.param()).as("param of %s", json).isEqualTo(param);
    }
}

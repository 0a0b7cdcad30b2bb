package io.github.llmchat;

import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.llmchat.model.Json;

/**
 * One exchange's request, ready to be sent.
 *
 * @param tree           the JSON document; not to be changed
 * @param httpHeaders    HTTP headers, the key among them
 * @param form           how the answer comes
 * @param answerType     what the answer must be, or null if it may be anything
 * @param earlier        what was asked before for the same exchange
 * @param expectedTokens how many tokens the call is expected to take; 0 if nobody counts them
 * @param tools          what the model may call, and what it has called so far; null if it was offered no tool
 * @param cache          how completions that were kept are used; null if there is no cache
 */
record BoundRequest(ObjectNode tree, Map<String, String> httpHeaders, AnswerForm form, AnswerType answerType,
        EarlierRounds earlier, long expectedTokens, ToolConversation tools, CacheUse cache) {

    /** The same request with another document. */
    BoundRequest with(ObjectNode document, EarlierRounds before) {
        return new BoundRequest(
                document, httpHeaders, form, answerType, before, expectedTokens == 0 ? 0 : ExpectedTokens.of(document), tools,
                cache);
    }

    /** What the model was asked last: after tools were run that is not what it was asked at first. */
    BoundRequest last() {
        return tools == null ? this : tools.request();
    }

    /** The JSON document as it is sent. */
    byte[] body() {
        return Json.bytes(tree);
    }

    /** Whether the answer is streamed on the wire. */
    boolean streaming() {
        return form.streaming();
    }

    /** What the message body becomes. */
    LlmChatOutput output() {
        return form.output();
    }

    /** Neither key nor prompt may end up in a log. */
    @Override
    public String toString() {
        return "BoundRequest[streaming=" + streaming() + ", output=" + output() + "]";
    }
}

package io.github.llmchat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.apache.camel.Message;

/** The headers that a call reads and consumes. */
final class LlmChatHeaders {

    static final List<String> REQUEST = requestHeaders();

    private static final String PREFIX = "CamelLlmChat";
    /** As Camel looks headers up. */
    private static final Set<String> ANY_CASE = anyCase();

    private LlmChatHeaders() {
    }

    private static Set<String> anyCase() {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(REQUEST);
        return names;
    }

    /** Whether a call reads and consumes this header. */
    static boolean isRequest(String name) {
        // most headers are others': one look each is less than one look for each name of ours
        return name.regionMatches(true, 0, PREFIX, 0, PREFIX.length()) && ANY_CASE.contains(name);
    }

    /** Whether a message has a header that a call reads. */
    static boolean hasRequest(Message message) {
        for (String name : message.getHeaders().keySet()) {
            if (isRequest(name)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> requestHeaders() {
        List<String> names = new ArrayList<>(
                List.of(
                        LlmChatConstants.MODEL, LlmChatConstants.SYSTEM_MESSAGE, LlmChatConstants.DEVELOPER_MESSAGE,
                        LlmChatConstants.USER_MESSAGE, LlmChatConstants.MEDIA_TYPE, LlmChatConstants.VENDOR,
                        LlmChatConstants.ADDITIONAL_BODY, LlmChatConstants.ADDITIONAL_HEADERS, LlmChatConstants.STREAMING,
                        LlmChatConstants.OUTPUT, LlmChatConstants.IMAGE_URL, LlmChatConstants.IMAGE_DETAIL,
                        LlmChatConstants.JSON_SCHEMA, LlmChatConstants.OUTPUT_CLASS, LlmChatConstants.CACHE_MODE,
                        LlmChatConstants.CACHE_NAMESPACE));
        for (RequestField field : RequestField.values()) {
            names.add(field.headerName());
        }
        return List.copyOf(names);
    }
}

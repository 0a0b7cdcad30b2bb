package io.github.llmchat;

import java.util.ArrayList;
import java.util.List;

/** The headers that a call reads and consumes. */
final class LlmChatHeaders {

    static final List<String> REQUEST = requestHeaders();

    private LlmChatHeaders() {
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

package io.github.llmchat.tool.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.llmchat.model.Json;

/**
 * A tool as its server describes it.
 *
 * @param name        the server's name for it, which may be anything
 * @param description what it does; perhaps empty
 * @param parameters  schema of the arguments, an object schema
 */
record RemoteTool(String name, String description, ObjectNode parameters) {

    static RemoteTool of(JsonNode tool) {
        return new RemoteTool(
                tool.path("name").asText(""), tool.path("description").asText(""), objectSchema(tool.path("inputSchema")));
    }

    /** Models take object schemas only; a tool that has another one takes anything. */
    private static ObjectNode objectSchema(JsonNode schema) {
        if (schema instanceof ObjectNode object && "object".equals(object.path("type").asText())) {
            // some gateways refuse an object schema without
            if (!object.path("properties").isObject()) {
                object.putObject("properties");
            }
            return object;
        }
        ObjectNode any = Json.object().put("type", "object");
        any.putObject("properties");
        return any;
    }

    /** How much of each request it takes, in characters. */
    int size() {
        return name.length() + description.length() + Json.text(parameters).length();
    }
}

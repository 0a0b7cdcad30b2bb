package io.github.llmchat.stream;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.llmchat.model.Json;

/**
 * The tool calls of one choice, assembled from their deltas. Servers differ in what they repeat, leave out or number
 * wrongly, so that the place of a delta is found by index, id and name together.
 */
final class ToolCallAccumulator {

    /** Far more than any model makes; each delta is compared with all calls, so that their number must have an end. */
    static final int MAX_CALLS = 1_000;

    private final List<AccumulatedToolCall> calls = new ArrayList<>();
    private boolean overflows;

    void add(JsonNode delta) {
        ToolCallPiece piece = ToolCallPiece.of(delta);
        AccumulatedToolCall call = piece.index() == null ? findWithoutIndex(piece) : findByIndex(piece);
        if (call == null) {
            if (piece.isEmpty()) {
                // a trailing empty delta is no call
                return;
            }
            if (calls.size() == MAX_CALLS) {
                overflows = true;
                return;
            }
            call = new AccumulatedToolCall(piece.index());
            calls.add(call);
        }
        call.add(piece);
    }

    private AccumulatedToolCall findByIndex(ToolCallPiece piece) {
        List<AccumulatedToolCall> sameIndex = calls.stream().filter(call -> call.hasIndex(piece.index())).toList();
        AccumulatedToolCall sameId = findById(sameIndex, piece);
        if (sameId != null || sameIndex.isEmpty()) {
            return sameId;
        }
        AccumulatedToolCall latest = last(sameIndex);
        return latest.isFollowedBy(piece) ? null : latest;
    }

    private AccumulatedToolCall findWithoutIndex(ToolCallPiece piece) {
        AccumulatedToolCall sameId = findById(calls, piece);
        boolean isNew = piece.id() != null || piece.name() != null || calls.isEmpty();
        return sameId != null || isNew ? sameId : last(calls);
    }

    /** The latest, for servers that give several calls one id. */
    private static AccumulatedToolCall findById(List<AccumulatedToolCall> among, ToolCallPiece piece) {
        List<AccumulatedToolCall> sameId = among.stream().filter(call -> call.hasIdOf(piece)).toList();
        return sameId.isEmpty() ? null : last(sameId);
    }

    private static AccumulatedToolCall last(List<AccumulatedToolCall> list) {
        return list.get(list.size() - 1);
    }

    /** Whether there were more calls than are kept. */
    boolean overflows() {
        return overflows;
    }

    boolean isEmpty() {
        return calls.isEmpty();
    }

    ArrayNode toTree() {
        ArrayNode list = Json.mapper().createArrayNode();
        ToolCallIds ids = new ToolCallIds();
        calls.forEach(call -> list.add(call.toTree(ids)));
        return list;
    }
}

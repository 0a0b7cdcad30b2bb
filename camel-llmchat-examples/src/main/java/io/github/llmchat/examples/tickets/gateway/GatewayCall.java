package io.github.llmchat.examples.tickets.gateway;

/**
 * One chat completion that was asked of a {@link DemoGateway}.
 *
 * @param number           its place in the ledger, from 0
 * @param ticketId         the request's {@code user} field, which is where the example's route puts the ticket's id;
 *                         empty if the request had none
 * @param status           HTTP status of the answer; 0 before it was answered
 * @param streamed         whether the request asked for a stream
 * @param chunks           pieces of text sent; in an answer that is not streamed, the pieces it is made of
 * @param promptTokens     tokens of the prompt, about a quarter of its characters; 0 if refused
 * @param completionTokens tokens of the whole answer; 0 unless it was answered
 * @param toolCalls        tool calls in the answer
 * @param end              how the call ended
 */
public record GatewayCall(int number, String ticketId, int status, boolean streamed, int chunks, int promptTokens,
        int completionTokens, int toolCalls, End end) {

    /** How a call ended. */
    public enum End {
        /** It is still being served. */
        OPEN,
        /** The whole answer was sent. */
        ANSWERED,
        /** It got an error, as the status says. */
        REFUSED,
        /** The client went away before the end, or the gateway was closed. */
        ABORTED
    }

    GatewayCall refused(int errorStatus) {
        return new GatewayCall(number, ticketId, errorStatus, streamed, 0, 0, 0, 0, End.REFUSED);
    }

    GatewayCall sending(int sentChunks) {
        return new GatewayCall(number, ticketId, 200, streamed, sentChunks, promptTokens, 0, 0, End.OPEN);
    }

    GatewayCall answered(DemoAnswer answer) {
        return new GatewayCall(
                number, ticketId, 200, streamed, answer.pieces().size(), answer.promptTokens(),
                answer.completionTokens(), answer.calls().size(), End.ANSWERED);
    }

    GatewayCall aborted(int sentChunks) {
        return new GatewayCall(number, ticketId, status, streamed, sentChunks, promptTokens, 0, 0, End.ABORTED);
    }
}

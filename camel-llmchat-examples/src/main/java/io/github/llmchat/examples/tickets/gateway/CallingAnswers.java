package io.github.llmchat.examples.tickets.gateway;

import java.util.List;
import java.util.UUID;

/** The turns of a {@link CallingModel}, in pieces as a stream has them. */
final class CallingAnswers implements Answers {

    private final CallingModel model;

    CallingAnswers(CallingModel model) {
        this.model = model;
    }

    @Override
    public List<String> models() {
        return model.names();
    }

    @Override
    public DemoAnswer answer(DemoRequest request) {
        DemoTurn turn = model.next(request.conversation());
        return new DemoAnswer(
                "chatcmpl-demo-" + UUID.randomUUID(), request.model(), TextPieces.of(turn.text()),
                turn.calls().stream().map(DemoToolCall::of).toList(), request.characters() / 4 + 1,
                turn.calls().isEmpty() ? "stop" : "tool_calls");
    }
}

package io.github.llmchat.examples.tickets.gateway;

import java.util.List;
import java.util.UUID;

/** The answers of a {@link DemoModel}, in pieces as a stream has them. */
final class ModelAnswers implements Answers {

    private final DemoModel model;

    ModelAnswers(DemoModel model) {
        this.model = model;
    }

    @Override
    public List<String> models() {
        return model.names();
    }

    @Override
    public DemoAnswer answer(DemoRequest request) {
        String text = model.answer(request.model(), request.system(), request.user())
                .orElseThrow(() -> Refusals.overloaded(request.model()));
        return new DemoAnswer(
                "chatcmpl-demo-" + UUID.randomUUID(), request.model(), TextPieces.of(text), request.characters() / 4 + 1,
                "stop");
    }
}

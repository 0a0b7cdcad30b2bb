package io.github.llmchat.examples.tickets.gateway;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.llmchat.error.ChatException;
import io.github.llmchat.model.ChatRequest;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Processor;

/** What the demo gateway's routes do: enter the call in the ledger, and answer or refuse it. */
final class Completions implements Processor {

    private static final String THROTTLED_WORDS = "flash sale";

    private final Answers answers;
    private final int chunksPerSecond;
    private final GatewayLedger ledger;
    private final OpenAnswers open;
    private final Set<String> throttled = ConcurrentHashMap.newKeySet();

    Completions(Answers answers, int chunksPerSecond, GatewayLedger ledger, OpenAnswers open) {
        this.answers = answers;
        this.chunksPerSecond = chunksPerSecond;
        this.ledger = ledger;
        this.open = open;
    }

    @Override
    public void process(Exchange exchange) throws InvalidPayloadException {
        DemoRequest request = DemoRequest.of(exchange.getMessage().getMandatoryBody(ChatRequest.class));
        GatewayCall call = ledger.open(request.ticketId(), request.stream());
        DemoAnswer answer;
        try {
            answer = answer(request);
        } catch (ChatException e) {
            ledger.update(call.refused(e.httpStatus()));
            throw e;
        }
        Pace pace = new Pace(chunksPerSecond, answer.id().hashCode());
        exchange.getMessage().setBody(open.publish(new PacedAnswer(answer, pace, call, ledger, open.clock()), exchange));
    }

    private DemoAnswer answer(DemoRequest request) {
        request.check();
        if (request.user().toLowerCase(Locale.ROOT).contains(THROTTLED_WORDS) && throttled.add(request.user())) {
            throw Refusals.rateLimited();
        }
        return answers.answer(request);
    }
}

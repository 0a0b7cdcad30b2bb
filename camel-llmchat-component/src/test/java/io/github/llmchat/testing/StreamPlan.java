package io.github.llmchat.testing;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** How a streamed response is framed, and its steps. Immutable. */
record StreamPlan(boolean chunked, boolean compressed, List<Step> before, List<BodyStep> steps) {

    static final StreamPlan EMPTY = new StreamPlan(true, false, List.of(), List.of());

    StreamPlan before(Step step) {
        return new StreamPlan(chunked, compressed, Stream.concat(before.stream(), Stream.of(step)).toList(), steps);
    }

    StreamPlan step(BodyStep step) {
        return steps(List.of(step));
    }

    StreamPlan steps(List<BodyStep> more) {
        return new StreamPlan(chunked, compressed, before, Stream.concat(steps.stream(), more.stream()).toList());
    }

    StreamPlan closeDelimited() {
        return new StreamPlan(false, compressed, before, steps);
    }

    StreamPlan gzip() {
        return new StreamPlan(chunked, true, before, steps);
    }

    void play(ResponseHead head, Wire wire) throws IOException, InterruptedException {
        for (Step step : before) {
            step.run(wire);
        }
        ResponseHead coded = compressed ? head.with("Content-Encoding", "gzip") : head;
        ResponseHead framed = chunked ? coded.with("Transfer-Encoding", "chunked") : coded.with("Connection", "close");
        wire.write(framed.bytes());
        BodyWriter body = new BodyWriter(wire, chunked, compressed);
        for (BodyStep step : steps) {
            step.run(body);
        }
        if (wire.isOpen()) {
            body.finish();
        }
        if (framed.saysClose()) {
            wire.close();
        }
    }
}

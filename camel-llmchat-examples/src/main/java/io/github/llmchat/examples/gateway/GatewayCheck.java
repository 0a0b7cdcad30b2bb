package io.github.llmchat.examples.gateway;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import io.github.llmchat.examples.tickets.broker.KafkaBroker;
import io.github.llmchat.examples.tickets.broker.TopicMarks;
import io.github.llmchat.examples.tickets.gateway.GatewayCall;
import io.github.llmchat.examples.tickets.report.Report;
import io.github.llmchat.examples.tickets.report.ReportCheck;

/** Calls a gateway with simulated upstreams in all the ways that its route file is about, and checks what comes. */
final class GatewayCheck {

    static final String ALICE = "sk-alice-demo";
    static final String BOB = "sk-bob-demo";
    static final String CAROL = "sk-carol-demo";

    private static final List<String> MODELS = List.of("assistant", "coder", "my-budget", "quick");
    private static final int BUDGET = 300;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ApiClient api;
    private final Upstreams upstreams;
    private final List<ReportCheck> checks = new ArrayList<>();
    private long aliceTokens;
    private long bobTokens;

    private GatewayCheck(ApiClient api, Upstreams upstreams) {
        this.api = api;
        this.upstreams = upstreams;
    }

    /** Runs it with a gateway of its own. */
    static Report run(KafkaBroker broker) throws IOException, InterruptedException {
        // an hour that does not end while the budget is looked at
        Clock clock = Clock.fixed(Instant.now(), ZoneOffset.UTC);
        broker.createTopic(TeamGateway.TOPIC, 1);
        TopicMarks before = TopicMarks.take(broker.bootstrapServers(), List.of(TeamGateway.TOPIC));
        try (Upstreams upstreams = Upstreams.simulated(200)) {
            GatewayCheck check;
            // its records are all in the topic when it has ended
            try (TeamGateway gateway = TeamGateway.start(broker, upstreams, 0, clock)) {
                check = new GatewayCheck(new ApiClient(gateway.url()), upstreams);
                check.routing();
                check.stopping();
                check.budget();
                check.rate();
            }
            return check.report(Usages.read(broker, before));
        }
    }

    private void routing() throws IOException, InterruptedException {
        same("models that alice's key may use", MODELS, api.models(ALICE).stream().sorted().toList());
        same("a wrong key", List.of("status 401"), api.models("sk-mallory"));
        same("assistant is answered by", Upstreams.EAST_MODEL, alice("assistant", "Hello").model());
        same("coder is answered by", Upstreams.WEST_MODEL, alice("coder", "Hello").model());
        same("quick is answered by", Upstreams.QUICK_MODEL, alice("quick", "Hello").model());
        same("assistant during an outage of east", Upstreams.WEST_MODEL, alice("assistant", "An outage").model());
        ApiClient.Reply streamed = api.askStreamed(ALICE, "assistant", "Is there an outage?");
        aliceTokens += streamed.tokens();
        same("the same, streamed", Upstreams.WEST_MODEL, streamed.model());
        same("it comes in pieces", true, streamed.chunks() > 10);
        same("a model that there is not", 404, api.ask(ALICE, "gpt-99", "Hello").status());
    }

    private ApiClient.Reply alice(String model, String prompt) throws IOException, InterruptedException {
        ApiClient.Reply reply = api.ask(ALICE, model, prompt);
        aliceTokens += reply.tokens();
        return reply;
    }

    private void stopping() throws IOException, InterruptedException {
        api.askAndLeave(ALICE, "assistant", "Tell me a story");
        same("the upstream's stream is ended when its client leaves", true,
                becomes(() -> upstreams.count(GatewayCall.End.ABORTED) == 1));
    }

    /** Each usage is booked before the next request, so that it is known which one is refused. */
    private void budget() throws IOException, InterruptedException {
        int answered = 0;
        ApiClient.Reply reply = api.ask(BOB, "quick", "Hello");
        while (reply.status() == 200 && answered < BUDGET) {
            answered++;
            bobTokens += reply.tokens();
            String spent = "bob has used " + bobTokens + " of " + BUDGET + " tokens";
            if (!becomes(() -> api.ask(BOB, "my-budget", "?").text().startsWith(spent))) {
                break;
            }
            reply = api.ask(BOB, "quick", "Hello");
        }
        same("bob's budget is used up after requests", true, answered > 1 && bobTokens >= BUDGET);
        same("what he gets then", "429 The key of bob has used up its tokens for this hour.",
                reply.status() + " " + reply.text());
        same("alice is still served", 200, alice("quick", "Hello").status());
    }

    private void rate() throws IOException, InterruptedException {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            statuses.add(api.ask(CAROL, "quick", "Hello").status());
        }
        same("carol's requests within a minute", List.of(200, 200, 200, 429), statuses);
    }

    private Report report(Usages usages) {
        Report report = new Report();
        for (String client : List.of("alice", "bob", "carol")) {
            report.row(client + ": requests", usages.of(client).size()).row(client + ": tokens", usages.tokens(client));
        }
        List<UsageRecord> stopped = usages.of("alice").stream().filter(usage -> usage.error() != null).toList();
        long guessed = stopped.stream().mapToLong(UsageRecord::tokens).sum();
        same("alice's tokens in the topic, but those of the answer that she stopped", aliceTokens,
                usages.tokens("alice") - guessed);
        same("bob's tokens in the topic", bobTokens, usages.tokens("bob"));
        same("carol's requests in the topic", 3, usages.of("carol").size());
        same(
                "answers that were stopped, their tokens guessed", 1L,
                stopped.stream().filter(usage -> usage.estimated() && usage.completionTokens() > 0).count());
        same("requests that the upstreams answered", usages.answered(), upstreams.count(GatewayCall.End.ANSWERED));
        return report.checks(checks);
    }

    private void same(String name, Object expected, Object found) {
        boolean same = Objects.equals(expected, found);
        checks.add(
                new ReportCheck(
                        same ? ReportCheck.Result.OK : ReportCheck.Result.WRONG, name,
                        same ? String.valueOf(found) : "expected " + expected + ", found " + found));
    }

    private static boolean becomes(Condition condition) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return true;
    }

    /** What another thread brings about. */
    private interface Condition {

        boolean holds() throws IOException, InterruptedException;
    }
}

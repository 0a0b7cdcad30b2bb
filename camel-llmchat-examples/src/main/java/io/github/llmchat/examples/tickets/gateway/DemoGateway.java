package io.github.llmchat.examples.tickets.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A gateway on the loopback address that speaks the Chat Completions protocol without a language model behind it: it
 * picks template sentences by simple rules and always gives the same prompt the same answer. It says so in its
 * {@code Server} header, in its model's name and in its {@link #announcement()}.
 * <p>
 * Its models are routes: {@code from("llmchat:…")} in a Camel context of its own serves
 * {@code POST /v1/chat/completions} (JSON and server-sent events) and {@code GET /v1/models}; any bearer key is good. A
 * prompt of more than {@value #CONTEXT_LIMIT} characters is too long for it, and a prompt that mentions a "flash sale"
 * is answered with 429 and {@code Retry-After: 1} the first time.
 * <p>
 * All methods may be called from any thread. However many streams are open, one thread paces them all.
 */
public final class DemoGateway implements AutoCloseable {

    /** The one model it serves, unless it was started with another. */
    public static final String MODEL = "demo-simulated";

    /** A key that it takes; it takes any other as well. */
    public static final String API_KEY = "demo-key";

    /** Characters that all messages of a request may have together. */
    public static final int CONTEXT_LIMIT = 8_000;

    static final int CHUNKS_PER_SECOND = 60;
    static final String SERVER_HEADER = "camel-llmchat-demo-gateway (simulated)";

    private final GatewayServer server;
    private final OpenAnswers open;
    private final GatewayLedger ledger;
    private final AtomicBoolean closed = new AtomicBoolean();

    private DemoGateway(GatewayServer server, OpenAnswers open, GatewayLedger ledger) {
        this.server = server;
        this.open = open;
        this.ledger = ledger;
    }

    /**
     * Starts a gateway on a free port that sends {@value #CHUNKS_PER_SECOND} chunks a second in each stream.
     *
     * @return                      the gateway, ready for calls; the caller closes it
     * @throws UncheckedIOException if it cannot listen on the loopback address
     */
    public static DemoGateway start() {
        return start(CHUNKS_PER_SECOND);
    }

    /**
     * Starts a gateway on a free port.
     *
     * @param  chunksPerSecond      how many chunks it sends a second in each stream; 0 for as fast as the client reads,
     *                              and then it also begins at once instead of after 0.1 to 0.4 s
     * @return                      the gateway, ready for calls; the caller closes it
     * @throws UncheckedIOException if it cannot listen on the loopback address
     */
    public static DemoGateway start(int chunksPerSecond) {
        return start(chunksPerSecond, DemoAnswers.shipped());
    }

    /**
     * Starts a gateway on a free port that serves another model than the tickets' own.
     *
     * @param  chunksPerSecond      as for {@link #start(int)}
     * @param  model                what answers in place of a language model
     * @return                      the gateway, ready for calls; the caller closes it
     * @throws UncheckedIOException if it cannot listen on the loopback address
     */
    public static DemoGateway start(int chunksPerSecond, DemoModel model) {
        return start(chunksPerSecond, new ModelAnswers(model));
    }

    /**
     * Starts a gateway on a free port whose model calls tools.
     *
     * @param  chunksPerSecond      as for {@link #start(int)}
     * @param  model                what answers in place of a language model
     * @return                      the gateway, ready for calls; the caller closes it
     * @throws UncheckedIOException if it cannot listen on the loopback address
     */
    public static DemoGateway start(int chunksPerSecond, CallingModel model) {
        return start(chunksPerSecond, new CallingAnswers(model));
    }

    private static DemoGateway start(int chunksPerSecond, Answers answers) {
        GatewayLedger ledger = new GatewayLedger();
        OpenAnswers open = new OpenAnswers();
        DemoGateway gateway = new DemoGateway(new GatewayServer(), open, ledger);
        try {
            gateway.server.start(answers.models(), new Completions(answers, chunksPerSecond, ledger, open));
            return gateway;
        } catch (Exception e) {
            gateway.close();
            throw new UncheckedIOException("The demo gateway cannot listen on the loopback address", new IOException(e));
        }
    }

    /**
     * The URL to give to a client as its base URL.
     *
     * @return a URL that ends in {@code /v1}
     */
    public String baseUrl() {
        return "http://" + GatewayServer.HOST + ":" + server.port() + "/v1";
    }

    /**
     * One line for people that says where the gateway is and that it is simulated.
     *
     * @return the line, without a line end
     */
    public String announcement() {
        return "Demo gateway on " + baseUrl() + ": SIMULATED, answers are template sentences, no language model runs";
    }

    /**
     * What it served so far.
     *
     * @return the ledger, which goes on with the gateway and stays readable when that is closed
     */
    public GatewayLedger ledger() {
        return ledger;
    }

    /** Stops the gateway at once; streams that are still open are cut. A second call does nothing. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            open.cut();
            server.close();
            open.close();
        }
    }
}

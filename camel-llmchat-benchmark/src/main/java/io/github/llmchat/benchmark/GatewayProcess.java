package io.github.llmchat.benchmark;

import java.io.IOException;
import java.time.Duration;

import io.github.llmchat.benchmark.gateway.SimulatedGateway;

/** The simulated gateway in a JVM of its own, with the class path and the heap limit of this one. For one thread. */
public final class GatewayProcess implements AutoCloseable {

    private final LineProcess process;
    private final int port;

    /**
     * Starts it, and waits until it listens.
     *
     * @param  interval    between two chunks of a stream
     * @throws IOException if it does not start
     */
    public GatewayProcess(Duration interval) throws IOException {
        process = new LineProcess("gateway", SimulatedGateway.class, Long.toString(interval.toMillis()));
        port = Integer.parseInt(process.firstLine());
    }

    /** {@return the gateway's base URL} */
    public String baseUrl() {
        return "http://127.0.0.1:" + port + "/v1";
    }

    /** {@return what it has done so far} From now on new streams wait at its gate. */
    public GatewayFigures hold() {
        return ask("hold");
    }

    /** {@return how many streams wait at its gate} Waits for so many first, for three minutes at most. */
    public GatewayFigures await(int streams) {
        return ask("await " + streams);
    }

    /** {@return what it has done so far} The streams at its gate begin. */
    public GatewayFigures open() {
        return ask("go");
    }

    /** {@return what it has done so far} */
    public GatewayFigures figures() {
        return ask("figures");
    }

    private GatewayFigures ask(String command) {
        return GatewayFigures.read(process.ask(command));
    }

    /** Ends the other JVM. */
    @Override
    public void close() {
        process.close();
    }
}

package io.github.llmchat.examples.gateway;

import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import io.github.llmchat.examples.tickets.broker.KafkaBroker;
import io.github.llmchat.examples.tickets.report.Report;

/**
 * Runs the gateway until Ctrl-C. With the argument {@code check} it calls itself instead, prints what came of it, and
 * ends with exit code 0 only if all is right.
 */
public final class GatewayDemo {

    private static final int CHUNKS_PER_SECOND = 40;
    private static final String USUAL_PORT = "8080";

    private GatewayDemo() {
    }

    /**
     * Starts the demo.
     *
     * @param  args      {@code check}, or anything else
     * @throws Exception if something can't be started
     */
    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (List.of(args).contains("check")) {
            System.exit(check(out) ? 0 : 1);
        }
        int port = Integer.parseInt(System.getenv().getOrDefault("GATEWAY_PORT", USUAL_PORT));
        if (!isFree(port)) {
            out.println("Port " + port + " is taken. Set GATEWAY_PORT to another one (0: any that is free).");
            System.exit(1);
        }
        serve(System.getenv(), port, out);
    }

    /** Asked beforehand: the HTTP server says it with a stack trace, and Camel starts without it. */
    private static boolean isFree(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(TeamGateway.HOST))) {
            return socket.isBound();
        } catch (BindException e) {
            return false;
        }
    }

    private static boolean check(PrintStream out) throws Exception {
        try (KafkaBroker broker = KafkaBroker.fromEnvironmentOrStart()) {
            out.println(broker.announcement());
            Report report = GatewayCheck.run(broker);
            report.print(out);
            return report.complete();
        }
    }

    private static void serve(Map<String, String> environment, int port, PrintStream out) throws InterruptedException {
        Upstreams upstreams = Upstreams.fromEnvironmentOrSimulated(environment, CHUNKS_PER_SECOND);
        KafkaBroker broker = KafkaBroker.fromEnvironmentOrStart();
        TeamGateway gateway = TeamGateway.start(broker, upstreams, port, Clock.systemUTC());
        stopWithTheProgram(broker, gateway);
        upstreams.announcement().forEach(out::println);
        out.println(broker.announcement() + ", topic " + TeamGateway.TOPIC);
        out.println(invitation(gateway.url()));
        new CountDownLatch(1).await();
    }

    /** A broker in this process stops with it, too, and the last usages are to be in it then. */
    private static void stopWithTheProgram(KafkaBroker broker, TeamGateway gateway) {
        if (broker.embedded()) {
            broker.beforeStop(gateway::close);
        } else {
            Runtime.getRuntime().addShutdownHook(new Thread(gateway::close));
        }
    }

    private static String invitation(String url) {
        return """

                Chat page:  %1$s/
                API:        %1$s/v1

                Keys to try
                  sk-alice-demo   20,000 tokens an hour, 30 requests a minute
                  sk-bob-demo     300 tokens an hour: used up after a few answers
                  sk-carol-demo   3 requests a minute

                curl %1$s/v1/models -H 'Authorization: Bearer sk-alice-demo'
                curl -N %1$s/v1/chat/completions -H 'Authorization: Bearer sk-alice-demo' -H 'Content-Type: application/json' \\
                  -d '{"model":"assistant","stream":true,"messages":[{"role":"user","content":"What is this?"}]}'

                Ctrl-C stops it.
                """.formatted(url);
    }
}

package io.github.llmchat.benchmark.serving;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;

import io.github.llmchat.LlmChatComponent;
import io.github.llmchat.benchmark.Heap;
import io.github.llmchat.benchmark.Machine;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * The program of the pass-through's JVM: one route from client to gateway. It says its port on its first line of
 * output, then answers each line of input with one line, and ends with its input.
 */
final class PassThroughProgram {

    /** A retry would hide a failure, and streams that are held open for the measurement of memory are silent. */
    private static final String OPTIONS = "?maxRetries=0&connectTimeout=120s&readTimeout=600s";

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final VertxPlatformHttpServer server;

    private PassThroughProgram(String baseUrl) throws Exception {
        context.getShutdownStrategy().setTimeout(2);
        component().getConfiguration().setBaseUrl(baseUrl);
        VertxPlatformHttpServerConfiguration configuration = new VertxPlatformHttpServerConfiguration();
        configuration.setBindHost("127.0.0.1");
        configuration.setBindPort(0);
        server = new VertxPlatformHttpServer(configuration);
        context.addService(server);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("llmchat:*").to("llmchat:*" + OPTIONS);
            }
        });
        context.start();
    }

    /**
     * Runs until the input ends.
     *
     * @param args the gateway's base URL
     */
    public static void main(String... args) throws Exception {
        PassThroughProgram program = new PassThroughProgram(args[0]);
        PrintStream out = System.out;
        out.println(program.server.getPort());
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            out.println(program.figures("collect".equals(line)));
        }
        program.context.stop();
    }

    private PassThroughFigures figures(boolean collected) {
        long heap = collected ? Heap.afterCollection() : 0;
        LlmChatComponent component = component();
        return new PassThroughFigures(
                heap, directBuffers(), Machine.cpuNanos(), component.getServedRequests(),
                component.getOpenStreams() + component.getOpenCalls() + component.getLeasedConnections());
    }

    private LlmChatComponent component() {
        return context.getComponent("llmchat", LlmChatComponent.class);
    }

    /** Netty's, mostly. */
    private static long directBuffers() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> "direct".equals(pool.getName())).mapToLong(BufferPoolMXBean::getMemoryUsed).sum();
    }
}

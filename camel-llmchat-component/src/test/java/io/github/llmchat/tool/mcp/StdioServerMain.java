package io.github.llmchat.tool.mcp;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;

/** A server made with the SDK that speaks by its standard input and output. It prints a greeting first, as many do. */
public final class StdioServerMain {

    private StdioServerMain() {
    }

    public static void main(String[] args) {
        System.out.println("Welcome to the test server!");
        System.err.println("and to its errors");
        StdioServerTransportProvider provider = new StdioServerTransportProvider(new McpJson());
        AtomicReference<McpSyncServer> server = new AtomicReference<>();
        // before the server runs: its transport loses messages that it writes at the same time
        server.set(SdkServer.with(
                io.modelcontextprotocol.server.McpServer.sync(provider),
                SdkServer.tool("die", arguments -> {
                    Runtime.getRuntime().halt(3);
                    return null;
                }),
                SdkServer.tool("environment",
                        arguments -> SdkServer.result(new ArrayList<>(System.getenv().keySet()) + "", false)),
                SdkServer.tool("grow", arguments -> {
                    server.get().addTool(SdkServer.tool("grown", more -> SdkServer.result("new", false)));
                    return SdkServer.result("grown", false);
                })));
    }

    static McpServer asTools(String name) {
        String java = ProcessHandle.current().info().command().orElseThrow();
        List<String> args = List.of("-Xmx64m", "-Dfile.encoding=UTF-8", "-cp", System.getProperty("java.class.path"),
                StdioServerMain.class.getName());
        return McpClientSide.process(name, java, args.toArray(String[]::new));
    }
}

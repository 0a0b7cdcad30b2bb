package io.github.llmchat.tool.mcp;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import jakarta.servlet.http.HttpServlet;

import io.github.llmchat.tool.mcp.McpServer.Transport;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.server.McpServer.SyncSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;
import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/** A server made with the SDK, on an embedded Tomcat. */
public final class SdkServer implements AutoCloseable {

    final McpSyncServer server;
    final String url;
    final int port;
    private final Tomcat tomcat = new Tomcat();

    /** @param port 0 for any free one */
    SdkServer(Transport transport, int port) throws Exception {
        HttpServlet servlet;
        if (transport == Transport.sse) {
            HttpServletSseServerTransportProvider provider = HttpServletSseServerTransportProvider.builder()
                    .jsonMapper(new McpJson()).messageEndpoint("/message").sseEndpoint("/sse").build();
            servlet = provider;
            server = with(io.modelcontextprotocol.server.McpServer.sync(provider));
        } else {
            HttpServletStreamableServerTransportProvider provider = HttpServletStreamableServerTransportProvider.builder()
                    .jsonMapper(new McpJson()).mcpEndpoint("/mcp").build();
            servlet = provider;
            server = with(io.modelcontextprotocol.server.McpServer.sync(provider));
        }
        Path base = Files.createTempDirectory("mcp-tomcat");
        tomcat.setBaseDir(base.toString());
        Connector connector = new Connector();
        connector.setProperty("address", "127.0.0.1");
        connector.setPort(port);
        tomcat.setConnector(connector);
        Context context = tomcat.addContext("", base.toString());
        context.setRequestCharacterEncoding("UTF-8");
        Wrapper wrapper = Tomcat.addServlet(context, "mcp", servlet);
        wrapper.setAsyncSupported(true);
        context.addServletMappingDecoded("/*", "mcp");
        tomcat.start();
        this.port = connector.getLocalPort();
        url = "http://127.0.0.1:" + this.port;
    }

    /** One that is reached by streamable HTTP. */
    public static SdkServer streamable() throws Exception {
        return new SdkServer(Transport.streamableHttp, 0);
    }

    public String url() {
        return url + "/mcp";
    }

    /** What all servers of tests have: a tool that gives back what it got, and one that fails. */
    static McpSyncServer with(SyncSpecification<?> server, SyncToolSpecification... others) {
        return server.serverInfo("test", "1").capabilities(ServerCapabilities.builder().tools(true).build())
                .jsonMapper(new McpJson()).jsonSchemaValidator((schema, value) -> ValidationResponse.asValid(null))
                .tools(tool("echo", arguments -> result("got " + arguments.get("text"), false)))
                .tools(tool("fail", arguments -> result("no such city", true)))
                .tools(others)
                .build();
    }

    static SyncToolSpecification tool(String name, Function<Map<String, Object>, CallToolResult> work) {
        io.modelcontextprotocol.spec.McpSchema.Tool described = io.modelcontextprotocol.spec.McpSchema.Tool.builder().name(name)
                .description("does " + name)
                .inputSchema(new McpJson(), "{\"type\":\"object\",\"properties\":{\"text\":{\"type\":\"string\"}}}").build();
        return SyncToolSpecification.builder().tool(described).callHandler((exchange, call) -> work.apply(call.arguments()))
                .build();
    }

    static CallToolResult result(String text, boolean error) {
        return CallToolResult.builder().addTextContent(text).isError(error).build();
    }

    McpServer asTools(String name, Transport transport) {
        return McpClientSide.http(name, transport, url);
    }

    @Override
    public void close() throws Exception {
        tomcat.stop();
        tomcat.destroy();
    }

    static List<String> tools() {
        return List.of("echo", "fail");
    }
}

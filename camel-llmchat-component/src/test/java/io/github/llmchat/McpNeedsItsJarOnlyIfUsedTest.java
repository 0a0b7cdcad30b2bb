package io.github.llmchat;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;

import io.modelcontextprotocol.spec.McpClientTransport;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** In a class path that has neither the SDK nor Reactor. */
class McpNeedsItsJarOnlyIfUsedTest {

    @Test
    void andSaysSo() throws Exception {
        ClassLoader usual = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(withoutSdk(), ClassLoader.getPlatformClassLoader())) {
            // Camel looks for its parts there, too
            Thread.currentThread().setContextClassLoader(loader);
            Object context = loader.loadClass(DefaultCamelContext.class.getName()).getConstructor().newInstance();
            Class<?> type = loader.loadClass(LlmChatConfiguration.class.getName());
            Object options = type.getConstructor().newInstance();
            Method of = loader.loadClass(McpServers.class.getName()).getDeclaredMethod(
                    "of", type, loader.loadClass(CamelContext.class.getName()), Supplier.class);
            of.setAccessible(true);
            Supplier<Object> none = () -> {
                throw new AssertionError("no threads are needed");
            };

            Object source = of.invoke(null, options, context, none);
            Method tools = loader.loadClass("io.github.llmchat.tool.ToolSource").getMethod("tools");
            tools.setAccessible(true);
            assertThat((Collection<?>) tools.invoke(source)).isEmpty();

            type.getMethod("setMcpServer", Map.class).invoke(options, Map.of("weather.url", "http://localhost:8080/mcp"));
            assertThatThrownBy(() -> of.invoke(null, options, context, none)).isInstanceOf(InvocationTargetException.class)
                    .cause().isInstanceOf(IllegalStateException.class)
                    .hasMessage("mcpServer: the MCP SDK is not on the class path: add the dependency "
                                + "io.modelcontextprotocol.sdk:mcp-core:" + version());
            assertThat(Path.of("..", "docs", "mcp.md")).content().contains("<version>" + version() + "</version>");
        } finally {
            Thread.currentThread().setContextClassLoader(usual);
        }
    }

    /** The one that all other tests run with. */
    private static String version() {
        String jar = McpClientTransport.class.getProtectionDomain().getCodeSource().getLocation().getPath();
        return jar.replaceAll(".*/mcp-core-(.*)\\.jar", "$1");
    }

    private static URL[] withoutSdk() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("modelcontextprotocol") && !entry.contains("reactor"))
                .map(McpNeedsItsJarOnlyIfUsedTest::url).toArray(URL[]::new);
    }

    private static URL url(String entry) {
        try {
            return new File(entry).toURI().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

package io.github.llmchat.examples.gateway;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A headless Chromium that is installed here, driven by its chromedriver (W3C WebDriver). Nothing is downloaded. */
final class Browser implements AutoCloseable {

    static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome", "chrome");
    static final String DRIVER = "chromedriver";

    private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
    private static final Pattern STARTED = Pattern.compile("started successfully on port (\\d+)");
    private static final List<String> FLAGS = List.of(
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
            "--hide-scrollbars", "--lang=en");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Process driver;
    private final String session;

    private Browser(Process driver, String url, ObjectNode capabilities) {
        this.driver = driver;
        JsonNode value = send("POST", url + "/session", capabilities);
        this.session = url + "/session/" + value.path("sessionId").asText();
    }

    /** The program of this name in a folder of the PATH. */
    static Optional<Path> installed(List<String> names) {
        List<String> folders = List.of(System.getenv("PATH").split(File.pathSeparator));
        return names.stream().flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
                .filter(path -> path.toFile().canExecute()).findFirst();
    }

    /** Starts it with a profile of its own in a folder. */
    static Browser start(Path chromium, Path chromedriver, Path profile) throws IOException {
        Process driver = new ProcessBuilder(chromedriver.toString(), "--port=0").redirectErrorStream(true).start();
        try {
            return new Browser(driver, "http://127.0.0.1:" + port(driver), capabilities(chromium, profile));
        } catch (IOException | RuntimeException e) {
            driver.destroy();
            throw e;
        }
    }

    private static String port(Process driver) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(driver.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher started = STARTED.matcher(line);
            if (started.find()) {
                return started.group(1);
            }
        }
        throw new IOException("chromedriver has ended without saying on which port it is");
    }

    private static ObjectNode capabilities(Path chromium, Path profile) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ObjectNode options = root.putObject("capabilities").putObject("alwaysMatch").putObject("goog:chromeOptions");
        options.put("binary", chromium.toString());
        ArrayNode args = options.putArray("args");
        Stream.concat(FLAGS.stream(), Stream.of("--user-data-dir=" + profile)).forEach(args::add);
        return root;
    }

    void open(String url) {
        command("/url", JsonNodeFactory.instance.objectNode().put("url", url));
    }

    /** The size of what the page is drawn in. */
    void size(int width, int height) {
        devTools("Emulation.setDeviceMetricsOverride", JsonNodeFactory.instance.objectNode().put("width", width)
                .put("height", height).put("deviceScaleFactor", 1).put("mobile", false));
    }

    /** As if the person had set the system to light or dark. */
    void scheme(String lightOrDark) {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode();
        parameters.putArray("features").addObject().put("name", "prefers-color-scheme").put("value", lightOrDark);
        devTools("Emulation.setEmulatedMedia", parameters);
    }

    private void devTools(String name, ObjectNode parameters) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("cmd", name);
        body.set("params", parameters);
        command("/goog/cdp/execute", body);
    }

    void type(String selector, String text) {
        command("/element/" + element(selector) + "/value", JsonNodeFactory.instance.objectNode().put("text", text));
    }

    void click(String selector) {
        command("/element/" + element(selector) + "/click", JsonNodeFactory.instance.objectNode());
    }

    private String element(String selector) {
        return command("/element", JsonNodeFactory.instance.objectNode().put("using", "css selector").put("value", selector))
                .path(ELEMENT).asText();
    }

    /** What a function body of JavaScript returns in the page. */
    JsonNode script(String body) {
        ObjectNode script = JsonNodeFactory.instance.objectNode().put("script", body);
        script.putArray("args");
        return command("/execute/sync", script);
    }

    /** The texts of all elements. */
    List<String> texts(String selector) {
        return JSON.convertValue(
                script("return [...document.querySelectorAll('" + selector + "')].map(found => found.textContent)"),
                JSON.getTypeFactory().constructCollectionType(List.class, String.class));
    }

    byte[] screenshot() {
        return Base64.getDecoder().decode(send("GET", session + "/screenshot", null).asText());
    }

    private JsonNode command(String path, ObjectNode body) {
        return send("POST", session + path, body);
    }

    private JsonNode send(String method, String url, ObjectNode body) {
        HttpRequest.BodyPublisher content
                = body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body.toString());
        try {
            HttpResponse<String> response = http.send(
                    HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofMinutes(1)).method(method, content).build(),
                    HttpResponse.BodyHandlers.ofString());
            JsonNode value = JSON.readTree(response.body()).path("value");
            if (response.statusCode() != 200) {
                throw new IllegalStateException(value.path("error").asText() + ": " + value.path("message").asText());
            }
            return value;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        try {
            send("DELETE", session, null);
        } finally {
            driver.destroy();
            driver.waitFor();
        }
    }
}

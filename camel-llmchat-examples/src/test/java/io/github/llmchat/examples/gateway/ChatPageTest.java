package io.github.llmchat.examples.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import io.github.llmchat.examples.tickets.broker.KafkaBroker;
import io.github.llmchat.examples.tickets.gateway.GatewayCall;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

/**
 * The chat page in a headless Chromium, with the keys and the mouse of a person. Runs with {@code -Pbrowser} where
 * Chromium and chromedriver are installed, and says so if they are not.
 */
@Tag("browser")
class ChatPageTest {

    private static final String ENTER = "\uE007";
    private static final String TAB = "\uE004";
    private static final String SELECT_ALL = "\uE009a\uE000";
    private static final String ESCAPE = "\uE00C";
    private static final Path IMAGES = Path.of("..", "docs", "images");

    @TempDir
    private static Path profile;

    private static KafkaBroker broker;
    private static Upstreams upstreams;
    private static TeamGateway gateway;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        Optional<Path> chromium = Browser.installed(Browser.BROWSERS);
        Optional<Path> driver = Browser.installed(List.of(Browser.DRIVER));
        if (chromium.isEmpty() || driver.isEmpty()) {
            say("SKIPPED: no " + (chromium.isEmpty() ? "Chromium" : "chromedriver")
                + " on the PATH (on Debian: apt-get install "
                + "chromium chromium-driver)");
            abort("Chromium and chromedriver are not installed");
        }
        broker = KafkaBroker.start();
        upstreams = Upstreams.simulated(40);
        gateway = TeamGateway.start(broker, upstreams, 0, Clock.fixed(Instant.now(), ZoneOffset.UTC));
        browser = Browser.start(chromium.get(), driver.get(), profile);
        say("runs in " + chromium.get());
    }

    private static void say(String what) {
        System.out.println("Browser test " + what);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (browser != null) {
            browser.close();
        }
        if (gateway != null) {
            gateway.close();
            upstreams.close();
            broker.close();
        }
    }

    @BeforeEach
    void openThePage() {
        browser.size(1200, 800);
        browser.scheme("light");
        // of the same origin, and without a script that would write into the storage again
        browser.open(gateway.url() + "/chat.css");
        browser.script("sessionStorage.clear()");
        browser.open(gateway.url());
    }

    @Test
    void aKeyShowsItsModels() {
        use(GatewayCheck.ALICE, "assistant");

        assertThat(browser.texts("#model option")).containsExactlyInAnyOrder("assistant", "coder", "quick", "my-budget");
    }

    @Test
    void aWrongKeyIsSaidToBeWrong() {
        browser.type("#key", "sk-mallory" + TAB);

        soon().untilAsserted(() -> assertThat(text("#key-note")).contains("status 401"));
        assertThat(text("#key-note")).doesNotContain("mallory");
    }

    @Test
    void theListOfAnEarlierKeyThatComesLateIsNotShown() {
        browser.script(
                """
                        const real = window.fetch;
                        window.fetch = (...request) => {
                          window.fetch = real;
                          return new Promise((answer) => {
                            window.letGo = () => {
                              const late = real(...request);
                              answer(late);
                              return late.then((response) => response.clone().text())
                                  .then(() => new Promise((done) => setTimeout(done, 50)));
                            };
                          });
                        };""");
        browser.type("#key", "sk-mallory" + TAB);
        use(SELECT_ALL + GatewayCheck.ALICE, "assistant");

        browser.script("return window.letGo().then(() => true)");

        assertThat(browser.texts("#model option")).hasSize(4);
        assertThat(text("#key-note")).doesNotContain("401");
    }

    @Test
    void anAnswerComesWordByWordAndIsCounted() throws IOException {
        use(GatewayCheck.ALICE, "coder");
        browser.type("#system", "You are the gateway's guide.");
        browser.type("#prompt", "Show me some YAML code" + ENTER);

        // text is there while the answer is still coming
        soon().until(() -> browser.script(
                "const coming = document.querySelector('.assistant[aria-busy] .body'); "
                                          + "return coming !== null && coming.textContent.length > 20")
                .asBoolean());
        soon().untilAsserted(() -> assertThat(text(".usage")).contains(Upstreams.WEST_MODEL, "tokens", " s"));
        assertThat(browser.texts(".assistant pre")).singleElement().asString().startsWith("- route:\n    from:\n");
        assertThat(browser.texts(".failure")).isEmpty();
        pictures();
    }

    /** For people to look at, in target; with -Ddocs.update also in the docs. */
    private static void pictures() throws IOException {
        picture("chat-page.png");
        browser.scheme("dark");
        picture("chat-page-dark.png");
        browser.size(390, 800);
        browser.click("#settings summary");
        picture("chat-page-narrow.png");
    }

    private static void picture(String name) throws IOException {
        Files.write(Path.of("target", name), browser.screenshot());
        if (System.getProperty("docs.update") != null && name.equals("chat-page.png")) {
            Files.createDirectories(IMAGES);
            Files.write(IMAGES.resolve(name), browser.screenshot());
        }
    }

    @Test
    void stopEndsTheAnswerAndTheUpstreamsCall() {
        long before = upstreams.count(GatewayCall.End.ABORTED);
        use(GatewayCheck.ALICE, "assistant");
        browser.type("#prompt", "Tell me a story" + ENTER);
        soon().untilAsserted(() -> assertThat(text(".assistant .body")).contains("caravan"));

        browser.click("#stop");

        soon().untilAsserted(() -> assertThat(text(".usage")).contains("stopped"));
        soon().until(() -> upstreams.count(GatewayCall.End.ABORTED) == before + 1);
        // the conversation goes on from there
        browser.type("#prompt", "And then an outage" + ENTER);
        soon().untilAsserted(() -> assertThat(text(".message:last-child .usage")).contains(Upstreams.WEST_MODEL));
        assertThat(browser.texts(".message")).hasSize(4);
    }

    @Test
    void escapeStopsToo() {
        long before = upstreams.count(GatewayCall.End.ABORTED);
        use(GatewayCheck.ALICE, "assistant");
        browser.type("#prompt", "Tell me a story" + ENTER);
        soon().untilAsserted(() -> assertThat(text(".assistant .body")).contains("caravan"));

        browser.type("#prompt", ESCAPE);

        soon().untilAsserted(() -> assertThat(text(".usage")).contains("stopped"));
        soon().until(() -> upstreams.count(GatewayCall.End.ABORTED) == before + 1);
    }

    @Test
    void aRefusalIsShownAndTheMessageIsNotLost() {
        use(GatewayCheck.CAROL, "quick");
        for (int i = 1; i <= 3; i++) {
            int answers = i;
            browser.type("#prompt", "Hello" + ENTER);
            soon().until(() -> browser.texts(".usage").size() == answers);
        }
        browser.type("#prompt", "One more" + ENTER);

        soon().untilAsserted(() -> assertThat(text("[role=alert]:last-child")).contains("status 429"));
        assertThat(browser.script("return document.getElementById('prompt').value").asText()).isEqualTo("One more");
    }

    @Test
    void nothingIsReadAsHtml() {
        use(GatewayCheck.ALICE, "my-budget");
        browser.type("#prompt", "<img src=x onerror=alert(1)><b>bold</b>" + ENTER);

        soon().untilAsserted(() -> assertThat(text(".usage")).isNotEmpty());
        assertThat(text(".user .body")).isEqualTo("<img src=x onerror=alert(1)><b>bold</b>");
        assertThat(browser.script("return document.querySelectorAll('#log img, #log b').length").asInt()).isZero();
    }

    private static void use(String key, String model) {
        browser.type("#key", key + TAB);
        soon().until(() -> browser.texts("#model option").contains(model));
        browser.click("#model option[value=" + model + "]");
        soon().until(() -> browser.script("return document.getElementById('model').value").asText().equals(model));
    }

    private static String text(String selector) {
        return String.join("\n", browser.texts(selector));
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(60));
    }
}

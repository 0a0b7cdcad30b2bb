package io.github.llmchat.arch;

import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

class ArchitectureTest {

    private static final String BASE = "io.github.llmchat";
    private static final String JACKSON = "com.fasterxml.jackson..";
    private static final String LOGGING = "org.slf4j..";
    private static final String RATE_LIMITS = "io.github.bucket4j..";
    private static final String HTTP_CLIENT = "org.apache.hc..";
    private static final String SCHEMA_VALIDATOR = "com.networknt..";
    private static final String SCHEMA_GENERATOR = "com.github.victools..";
    private static final String[] MCP = { "io.modelcontextprotocol..", "reactor..", "org.reactivestreams.." };
    private static final String CAFFEINE = "com.github.benmanes.caffeine..";
    private static final String[] JDBC = { "java.sql..", "javax.sql.." };
    private static final String CAMEL = "org.apache.camel..";
    private static final String CAMEL_KAFKA = "org.apache.camel.component.kafka..";
    private static final String KAFKA = "org.apache.kafka..";
    private static final String HTTP_SERVER = "io.vertx..";
    private static final String CAMELS_HTTP_SERVER = "org.apache.camel.component.platform.http.vertx..";

    private final JavaClasses written = ComponentClasses.written();

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.github.(**)").should().beFreeOfCycles().check(written);
    }

    @Test
    void theParserNeedsTheJdkOnly() {
        mayUse("sse").check(written);
    }

    @Test
    void theModelNeedsJacksonOnly() {
        mayUse("model", JACKSON).check(written);
    }

    @Test
    void errorsKnowTheModelOnly() {
        mayUse("error", ours("model")).check(written);
    }

    @Test
    void streamsKnowEventsErrorsAndTheModel() {
        mayUse("stream", JACKSON, LOGGING, ours("sse"), ours("error"), ours("model")).check(written);
    }

    @Test
    void theTransportKnowsAllBelowTheRootAndTheLibrariesForIt() {
        mayUse("http", JACKSON, LOGGING, HTTP_CLIENT, RATE_LIMITS, ours("stream"), ours("sse"), ours("error"), ours("model"))
                .check(written);
    }

    @Test
    void schemasKnowTheModelAndTheLibrariesForThem() {
        mayUse("schema", JACKSON, "com.fasterxml.classmate..", SCHEMA_VALIDATOR, SCHEMA_GENERATOR, ours("model"))
                .check(written);
    }

    @Test
    void theLibrariesForSchemasAppearThereOnly() {
        noClasses().that().resideOutsideOfPackage(ours("schema"))
                .should().dependOnClassesThat().resideInAnyPackage(SCHEMA_VALIDATOR, SCHEMA_GENERATOR).check(written);
    }

    @Test
    void schemasAreForTheRootPackageAndToolRoutesOnly() {
        noClasses().that().resideOutsideOfPackages(BASE, ours("tool.route"), ours("schema"))
                .should().dependOnClassesThat().resideInAPackage(ours("schema")).check(written);
    }

    @Test
    void theServerKnowsStreamsAndTheLibrariesForIt() {
        mayUse("server", JACKSON, LOGGING, HTTP_SERVER, CAMELS_HTTP_SERVER, "org.apache.camel", "org.apache.camel.spi",
                ours("stream"), ours("sse"), ours("error"), ours("model")).check(written);
    }

    @Test
    void theServerIsForTheRootPackageOnly() {
        noClasses().that().resideOutsideOfPackages(BASE, ours("server"))
                .should().dependOnClassesThat().resideInAPackage(ours("server")).check(written);
    }

    @Test
    void theHttpServerAppearsInTheServerOnly() {
        noClasses().that().resideOutsideOfPackage(ours("server"))
                .should().dependOnClassesThat().resideInAnyPackage(HTTP_SERVER, CAMELS_HTTP_SERVER).check(written);
    }

    @Test
    void theWindowForKafkaStandsAlone() {
        mayUse("kafka", LOGGING, CAMEL, KAFKA).check(written);
        noClasses().that().resideOutsideOfPackage(ours("kafka"))
                .should().dependOnClassesThat().resideInAnyPackage(ours("kafka"), CAMEL_KAFKA, KAFKA).check(written);
    }

    @Test
    void toolsKnowErrorsAndTheModelOnly() {
        mayUse("tool", JACKSON, ours("error"), ours("model")).check(written);
    }

    @Test
    void toolRoutesKnowToolsSchemasAndCamel() {
        mayUse("tool.route", JACKSON, LOGGING, CAMEL, "javax.xml.transform..", "org.w3c.dom..", ours("camel"), ours("tool"),
                ours("schema"), ours("model")).check(written);
    }

    @Test
    void mcpServersAreToolsAndKnowTheSdk() {
        mayUse("tool.mcp", Stream.concat(
                Stream.of(JACKSON, LOGGING, ours("tool"), ours("error"), ours("model")), Stream.of(MCP)).toArray(String[]::new))
                .check(written);
    }

    @Test
    void theSdkForMcpAppearsThereOnly() {
        noClasses().that().resideOutsideOfPackage(ours("tool.mcp"))
                .should().dependOnClassesThat().resideInAnyPackage(MCP).check(written);
    }

    @Test
    void cachesKnowTheModelAndTheLibrariesForThem() {
        mayUse("cache", Stream.concat(Stream.of(JACKSON, LOGGING, CAFFEINE, ours("model")), Stream.of(JDBC))
                .toArray(String[]::new)).check(written);
    }

    @Test
    void cachesAreForTheRootPackageAndItsLibrariesAppearThereOnly() {
        noClasses().that().resideOutsideOfPackages(BASE, ours("cache"))
                .should().dependOnClassesThat().resideInAPackage(ours("cache")).check(written);
        noClasses().that().resideOutsideOfPackage(ours("cache"))
                .should().dependOnClassesThat().resideInAnyPackage(CAFFEINE, JDBC[0], JDBC[1]).check(written);
    }

    @Test
    void camelAppearsInTheRootPackageAndInFourBelowItOnly() {
        noClasses().that().resideOutsideOfPackages(BASE, ours("camel"), ours("tool.route"), ours("kafka"), ours("server"))
                .should().dependOnClassesThat().resideInAPackage(CAMEL).check(written);
    }

    @Test
    void httpClientAppearsInTheTransportOnly() {
        noClasses().that().resideOutsideOfPackage(ours("http"))
                .should().dependOnClassesThat().resideInAPackage(HTTP_CLIENT).check(written);
    }

    private static String ours(String name) {
        return BASE + "." + name;
    }

    private static ArchRule mayUse(String name, String... others) {
        String[] allowed = Stream.concat(Stream.of("java..", "javax.net.ssl..", ours(name)), Stream.of(others))
                .toArray(String[]::new);
        return classes().that().resideInAPackage(ours(name))
                .should().onlyDependOnClassesThat().resideInAnyPackage(allowed);
    }
}

package io.github.llmchat.scenario.result;

import java.util.Properties;

import io.github.llmchat.testing.ScriptedGateway;
import org.apache.camel.main.MainConfigurationProperties;
import org.apache.camel.test.main.junit5.CamelMainTestSupport;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Routes from a YAML file, run by Camel Main, with a component whose options are properties. */
abstract class YamlScenario extends CamelMainTestSupport {

    /** Static, because the constructor of the superclass asks for the properties already. */
    @RegisterExtension
    static final ScriptedGateway GATEWAY = new ScriptedGateway();

    private final String routes;

    YamlScenario(String routes) {
        this.routes = routes;
    }

    @Override
    protected void configure(MainConfigurationProperties configuration) {
        configuration.setRoutesIncludePattern("classpath:routes/" + routes);
    }

    @Override
    public Properties useOverridePropertiesWithPropertiesComponent() {
        Properties properties = new Properties();
        properties.setProperty("camel.component.llmchat.base-url", GATEWAY.baseUrl());
        properties.setProperty("camel.component.llmchat.api-key", "sk-yaml-0123456789");
        properties.setProperty("camel.component.llmchat.max-retries", "0");
        return properties;
    }
}

package io.github.llmchat.examples.camelk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Takes the flows out of an Integration, as Camel K does: Camel itself runs route files and Pipes. */
final class IntegrationFlows {

    private IntegrationFlows() {
    }

    /** {@return a file in the folder that has the flows of an Integration on the class path} */
    static Path write(String resource, Path folder) throws IOException {
        try (InputStream manifest = IntegrationFlows.class.getResourceAsStream("/" + resource)) {
            Map<?, ?> integration = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(manifest);
            Object flows = ((Map<?, ?>) integration.get("spec")).get("flows");
            Path file = folder.resolve("flows.yaml");
            return Files.writeString(file, new Dump(DumpSettings.builder().build()).dumpToString(flows));
        }
    }
}

package io.github.llmchat.scenario.transport;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.apache.camel.support.jsse.KeyManagersParameters;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;

/** Certificates that only their own key stores know. The JDK's own tool makes them: no key lies in the repository. */
final class TestKeys {

    static final String PASSWORD = "changeit";

    /** The tool takes seconds on a busy machine: each key is made once for all tests. */
    private static final Map<String, byte[]> MADE = new HashMap<>();

    private TestKeys() {
    }

    /** A key store with the key of this name, and a certificate for localhost. */
    static synchronized Path make(Path folder, String name) throws IOException, InterruptedException {
        Path store = folder.resolve(name + ".p12");
        byte[] made = MADE.get(name);
        if (made != null) {
            return Files.write(store, made);
        }
        Process keytool = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", name,
                "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "san=dns:localhost", "-validity", "2", "-storetype",
                "PKCS12", "-storepass", PASSWORD, "-keystore", store.toString()).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0 || !Files.exists(store)) {
            throw new IOException("keytool: " + said);
        }
        MADE.put(name, Files.readAllBytes(store));
        return store;
    }

    /**
     * Camel's TLS settings.
     *
     * @param trusted whose certificate is trusted
     * @param own     the certificate to show, or null for none
     */
    static SSLContextParameters parameters(Path trusted, Path own) {
        TrustManagersParameters trust = new TrustManagersParameters();
        trust.setKeyStore(store(trusted));
        SSLContextParameters parameters = new SSLContextParameters();
        parameters.setTrustManagers(trust);
        if (own != null) {
            KeyManagersParameters keys = new KeyManagersParameters();
            keys.setKeyStore(store(own));
            keys.setKeyPassword(PASSWORD);
            parameters.setKeyManagers(keys);
        }
        return parameters;
    }

    private static KeyStoreParameters store(Path file) {
        KeyStoreParameters store = new KeyStoreParameters();
        store.setResource("file:" + file);
        store.setPassword(PASSWORD);
        return store;
    }
}

package io.github.llmchat.examples.tickets.broker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Properties;
import java.util.function.IntSupplier;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;

/** One Kafka node in this JVM, broker and controller in one, with its folder and its shutdown hook. */
final class KafkaNode implements AutoCloseable {

    private static final int ATTEMPTS = 5;
    private static final Object STARTING = new Object();

    private final String bootstrapServers;
    private final TemporaryFolder folder;
    private final KafkaRaftServer server;
    private final Deque<Runnable> beforeStop = new ArrayDeque<>();
    private final Thread hook = new Thread(this::stop, "kafka-broker-shutdown");
    private boolean stopped;

    private KafkaNode(String bootstrapServers, TemporaryFolder folder, KafkaRaftServer server) {
        this.bootstrapServers = bootstrapServers;
        this.folder = folder;
        this.server = server;
    }

    static KafkaNode start() {
        return start(KafkaNode::freePort);
    }

    /** A port that was free a moment ago may be taken when the node binds it: then others are tried. */
    static KafkaNode start(IntSupplier ports) {
        RuntimeException last = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                KafkaNode node = startOn(ports.getAsInt(), ports.getAsInt());
                Runtime.getRuntime().addShutdownHook(node.hook);
                return node;
            } catch (RuntimeException e) {
                last = e;
            }
        }
        throw new IllegalStateException("No Kafka broker started in " + ATTEMPTS + " attempts", last);
    }

    private static KafkaNode startOn(int brokerPort, int controllerPort) {
        TemporaryFolder folder = TemporaryFolder.create("llmchat-kafka-");
        KafkaRaftServer server = null;
        try {
            Properties configuration = configuration(brokerPort, controllerPort, folder.path());
            format(configuration, folder.path());
            server = new KafkaRaftServer(new KafkaConfig(configuration, false), Time.SYSTEM);
            startUp(server);
            return new KafkaNode("127.0.0.1:" + brokerPort, folder, server);
        } catch (RuntimeException | Error e) {
            if (server != null) {
                server.shutdown();
                server.awaitShutdown();
            }
            folder.delete();
            throw e;
        }
    }

    /** A node that cannot start ends the JVM, as it should where it is alone in it. Here it has to throw instead. */
    private static void startUp(KafkaRaftServer server) {
        synchronized (STARTING) {
            Exit.setHaltProcedure(KafkaNode::refuseToEndTheJvm);
            Exit.setExitProcedure(KafkaNode::refuseToEndTheJvm);
            try {
                server.startup();
            } finally {
                Exit.resetHaltProcedure();
                Exit.resetExitProcedure();
            }
        }
    }

    private static void refuseToEndTheJvm(int status, String message) {
        throw new IllegalStateException(
                "The Kafka broker gave up with status " + status
                                        + (message == null ? "" : ": " + message));
    }

    private static Properties configuration(int brokerPort, int controllerPort, Path folder) {
        Properties configuration = new Properties();
        configuration.put("node.id", "1");
        configuration.put("process.roles", "broker,controller");
        configuration.put("listeners",
                "PLAINTEXT://127.0.0.1:" + brokerPort + ",CONTROLLER://127.0.0.1:" + controllerPort);
        configuration.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + brokerPort);
        configuration.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        configuration.put("controller.listener.names", "CONTROLLER");
        configuration.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        configuration.put("log.dirs", folder.resolve("data").toString());
        configuration.put("offsets.topic.num.partitions", "1");
        configuration.put("offsets.topic.replication.factor", "1");
        configuration.put("transaction.state.log.num.partitions", "1");
        configuration.put("transaction.state.log.replication.factor", "1");
        configuration.put("transaction.state.log.min.isr", "1");
        configuration.put("group.initial.rebalance.delay.ms", "0");
        // a topic with a misspelt name is an error, not a new topic
        configuration.put("auto.create.topics.enable", "false");
        // it would take 128 MB of the heap, and nothing here lives long enough to be compacted
        configuration.put("log.cleaner.enable", "false");
        configuration.put("broker.heartbeat.interval.ms", "200");
        return configuration;
    }

    private static void format(Properties configuration, Path folder) {
        Path file = folder.resolve("server.properties");
        try (var writer = Files.newBufferedWriter(file)) {
            configuration.store(writer, null);
        } catch (IOException e) {
            throw new IllegalStateException("No broker configuration could be written to " + file, e);
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int status = StorageTool.execute(
                new String[] { "format", "--config", file.toString(), "--cluster-id", Uuid.randomUuid().toString() },
                new PrintStream(said, true, StandardCharsets.UTF_8));
        if (status != 0) {
            throw new IllegalStateException(
                    "The broker's folder was not formatted: "
                                            + said.toString(StandardCharsets.UTF_8).strip());
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("No free port on the loopback address", e);
        }
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    Path folder() {
        return folder.path();
    }

    void beforeStop(Runnable action) {
        synchronized (beforeStop) {
            beforeStop.push(action);
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the JVM stops already: the hook has run, runs or waits for this call
        }
        stop();
    }

    private synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        try {
            runActions();
        } finally {
            server.shutdown();
            server.awaitShutdown();
            folder.delete();
        }
    }

    private void runActions() {
        for (Runnable action = nextAction(); action != null; action = nextAction()) {
            action.run();
        }
    }

    private Runnable nextAction() {
        synchronized (beforeStop) {
            return beforeStop.poll();
        }
    }
}

package io.github.llmchat.examples.tickets.broker;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class KafkaBrokerTest {

    @Test
    void leavesNoThreadAndNoFolderWhenSeveralRunOneAfterTheOther() {
        KafkaNode.start().close();
        Set<Thread> before = threads();
        for (int i = 0; i < 2; i++) {
            KafkaNode node = KafkaNode.start();
            Path folder = node.folder();
            assertThat(folder).isNotEmptyDirectory();

            node.close();
            node.close();

            assertThat(folder).doesNotExist();
        }
        await().pollInSameThread().atMost(30, SECONDS).untilAsserted(() -> assertThat(threads()).isSubsetOf(before));
    }

    @Test
    void createsATopicOnceAndNoneByItself() throws Exception {
        try (KafkaBroker broker = KafkaBroker.start(); Admin admin = admin(broker.bootstrapServers())) {
            broker.createTopic("tickets", 4);
            broker.createTopic("tickets", 4);

            assertThat(admin.listTopics().names().get()).containsExactly("tickets");
            assertThat(admin.describeTopics(List.of("tickets")).allTopicNames().get().get("tickets").partitions()).hasSize(4);
        }
    }

    @Test
    void triesOtherPortsWhenOneIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
             ServerSocket first = new ServerSocket(0);
             ServerSocket second = new ServerSocket(0);
             ServerSocket third = new ServerSocket(0)) {
            Iterator<Integer> ports = List.of(
                    taken.getLocalPort(), first.getLocalPort(), second.getLocalPort(), third.getLocalPort()).iterator();
            first.close();
            second.close();
            third.close();
            try (KafkaNode node = KafkaNode.start(ports::next)) {
                assertThat(node.bootstrapServers()).isEqualTo("127.0.0.1:" + second.getLocalPort());
            }
        }
    }

    @Test
    void leavesTheBrokerOfTheEnvironmentAlone() throws Exception {
        try (KafkaBroker elsewhere = KafkaBroker.start(); Admin admin = admin(elsewhere.bootstrapServers())) {
            KafkaBroker broker = KafkaBroker.fromEnvironmentOrStart(
                    Map.of("KAFKA_BROKERS", elsewhere.bootstrapServers()));

            broker.createTopic("answers", 1);
            broker.close();

            assertThat(broker.embedded()).isFalse();
            assertThat(admin.listTopics().names().get()).containsExactly("answers");
        }
    }

    @Test
    void doesWhatIsToBeDoneBeforeWhileItStillAnswers() {
        List<String> done = new ArrayList<>();
        KafkaBroker broker = KafkaBroker.start();
        broker.beforeStop(() -> done.add("first given"));
        broker.beforeStop(() -> {
            broker.createTopic("last-words", 1);
            done.add("last given");
        });

        broker.close();

        assertThat(done).containsExactly("last given", "first given");
    }

    @Test
    void isGoneWithItsFolderWhenTheJvmIsToldToStop() throws Exception {
        Process jvm = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), BrokerThatIsKilled.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (var said = jvm.inputReader()) {
            Path folder = Path.of(said.readLine());
            assertThat(folder).isNotEmptyDirectory();

            jvm.destroy();

            assertThat(jvm.waitFor(60, SECONDS)).isTrue();
            assertThat(folder).doesNotExist();
        } finally {
            jvm.destroyForcibly();
        }
    }

    private static Admin admin(String bootstrapServers) {
        return Admin.create(KafkaBroker.adminConfiguration(bootstrapServers));
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream().filter(Thread::isAlive).collect(Collectors.toSet());
    }
}

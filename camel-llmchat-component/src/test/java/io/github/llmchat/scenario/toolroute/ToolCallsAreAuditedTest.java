package io.github.llmchat.scenario.toolroute;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.llmchat.model.ToolCallOutcome;
import io.github.llmchat.tool.ToolCaller;
import io.github.llmchat.tool.ToolResult;
import io.github.llmchat.tool.route.ToolAudit;
import io.github.llmchat.tool.route.ToolCallEvent;
import org.apache.camel.impl.event.DefaultEventFactory;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

class ToolCallsAreAuditedTest extends ToolScenario {

    private final List<CamelEvent> events = new CopyOnWriteArrayList<>();

    @Test
    void throughEventNotifiers() throws Exception {
        context.getManagementStrategy().addEventNotifier(new Failing());
        context.getManagementStrategy().addEventNotifier(new Collecting());
        DefaultEventFactory events = new DefaultEventFactory();
        events.setTimestampEnabled(true);
        context.getManagementStrategy().setEventFactory(events);
        startNotifiers();

        audit("weather", "{\"city\":\"secret\"}", ToolResult.success("sunny"));

        ToolCallEvent event = onlyEvent();
        assertThat(event.getToolName()).isEqualTo("weather");
        assertThat(event.getCallId()).isEqualTo("call_1");
        assertThat(event.getExchangeId()).isEqualTo("caller-1");
        assertThat(event.getArgumentsSize()).isEqualTo(17);
        assertThat(event.getDuration()).isEqualTo(Duration.ofMillis(12));
        assertThat(event.getOutcome()).isEqualTo(ToolCallOutcome.SUCCESS);
        assertThat(event.getType()).isEqualTo(CamelEvent.Type.Custom);
        assertThat(event.getSource()).isSameAs(context);
        assertThat(event.getTimestamp()).isPositive();
        assertThat(event)
                .hasToString("Tool call weather of exchange caller-1: SUCCESS after 12 ms, 17 characters of arguments");
    }

    @Test
    void namesThatAModelMadeUpCanBeLogged() throws Exception {
        context.getManagementStrategy().addEventNotifier(new Collecting());
        startNotifiers();
        String name = "x\r\nFATAL ${jndi:ldap://evil}" + "y".repeat(10_000);

        audit(name, "{}", ToolResult.unknownTool());

        assertThat(onlyEvent().getToolName()).isEqualTo(name);
        assertThat(onlyEvent().toString()).doesNotContain("\r", "\n", "${").hasSizeLessThan(200);
    }

    @Test
    void withoutNotifiersNothingHappens() {
        assertThatCode(() -> audit("weather", "{}", ToolResult.success(""))).doesNotThrowAnyException();
    }

    private void startNotifiers() {
        context.getManagementStrategy().getEventNotifiers()
                .forEach(notifier -> org.apache.camel.support.service.ServiceHelper.startService(notifier));
    }

    private void audit(String name, String arguments, ToolResult result) {
        ToolAudit.of(context).called(
                toolCall(name, arguments), new ToolCaller("caller-1", Map.of("Authorization", "secret")), result,
                Duration.ofMillis(12));
    }

    private ToolCallEvent onlyEvent() {
        List<ToolCallEvent> calls = events.stream().filter(ToolCallEvent.class::isInstance).map(ToolCallEvent.class::cast)
                .toList();
        assertThat(calls).hasSize(1);
        return calls.get(0);
    }

    private final class Collecting extends EventNotifierSupport {

        @Override
        public void notify(CamelEvent event) {
            events.add(event);
        }
    }

    private static final class Failing extends EventNotifierSupport {

        @Override
        public void notify(CamelEvent event) throws Exception {
            throw new Exception("no disk");
        }
    }
}

package io.github.llmchat.scenario.result;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;

/** What a logger, and those below it, write from {@link #start} to {@link #stop}. */
public final class LogLines {

    private final String logger;
    private final Level level;
    private final Lines appender = new Lines();

    /**
     * @param logger the logger's name
     * @param level  the least level that counts
     */
    public LogLines(String logger, Level level) {
        this.logger = logger;
        this.level = level;
    }

    /** Begins to listen. */
    public void start() {
        appender.start();
        Configurator.setLevel(logger, level);
        configured().addAppender(appender, level, null);
        context().updateLoggers();
    }

    /** Ends listening. What was written stays. */
    public void stop() {
        configured().removeAppender("lines");
        context().reconfigure();
        appender.stop();
    }

    /** {@return the messages so far} */
    public List<String> messages() {
        return appender.messages;
    }

    /** {@return the messages so far with the stack traces} */
    public List<String> messagesAndTraces() {
        return appender.traces;
    }

    private LoggerConfig configured() {
        return context().getConfiguration().getLoggerConfig(logger);
    }

    private static LoggerContext context() {
        return (LoggerContext) LogManager.getContext(false);
    }

    private static final class Lines extends AbstractAppender {

        private final List<String> messages = new CopyOnWriteArrayList<>();
        private final List<String> traces = new CopyOnWriteArrayList<>();

        private Lines() {
            super("lines", null, null, true, Property.EMPTY_ARRAY);
        }

        @Override
        public void append(LogEvent event) {
            String message = event.getMessage().getFormattedMessage();
            messages.add(message);
            StringBuilder all = new StringBuilder(message);
            for (Throwable t = event.getThrown(); t != null; t = t.getCause()) {
                all.append('\n').append(t);
            }
            traces.add(all.toString());
        }
    }
}

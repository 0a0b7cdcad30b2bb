package io.github.llmchat.tool.route;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;

import javax.xml.transform.Source;

import org.w3c.dom.Node;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.model.ChatMessage;
import io.github.llmchat.tool.ToolResult;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.TypeConverter;
import org.apache.camel.WrappedFile;
import org.apache.camel.support.CamelContextHelper;
import org.apache.camel.util.IOHelper;

/** From what a route leaves as its body to what the model is told. Any thread may use it. */
final class ResultText {

    private final TypeConverter converter;
    private final ObjectMapper mapper;
    private final int limit;

    /**
     * @param context whose registry's mapper counts, if there is one, as for Camel's Jackson data format
     * @param limit   how many characters a result may have
     */
    ResultText(CamelContext context, int limit) {
        this.converter = context.getTypeConverter();
        this.limit = limit;
        ObjectMapper own = CamelContextHelper.findSingleByType(context, ObjectMapper.class);
        this.mapper = own != null
                ? own : JsonMapper.builder()
                        // what databases give, whether or not Jackson's module for it is there
                        .addModule(
                                new SimpleModule().addSerializer(Temporal.class, ToStringSerializer.instance)
                                        .addSerializer(TemporalAmount.class, ToStringSerializer.instance))
                        .findAndAddModules()
                        // models read 2026-03-31 better than [2026,3,31]
                        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                        .build();
    }

    /** The result of an exchange that has ended and whose unit of work has not. */
    ToolResult of(Exchange exchange) {
        Exception failure = exchange.getException();
        if (failure != null) {
            discard(exchange);
            return ToolResult.failed(failure);
        }
        try {
            return ToolResult.success(text(exchange.getMessage().getBody(), exchange));
        } catch (Exception | StackOverflowError e) {
            return isTooLong(e)
                    ? ToolResult.failed("The result is too long (maxResultSize=" + limit + " characters of the tool).", null)
                    : ToolResult.failed(e);
        }
    }

    /** Closes what nobody will read. */
    static void discard(Exchange exchange) {
        if (exchange.getMessage().getBody() instanceof Closeable open) {
            IOHelper.close(open);
        }
    }

    private static boolean isTooLong(Throwable failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (e instanceof BoundedText.TooLongException) {
                return true;
            }
        }
        return false;
    }

    private String text(Object body, Exchange exchange) throws Exception {
        BoundedText text = new BoundedText(limit);
        if (body == null) {
            return "";
        } else if (body instanceof CharSequence chars) {
            text.append(chars);
        } else if (!isText(body)) {
            mapper.writeValue(text, body);
        } else {
            read(body, exchange, text);
        }
        return text.toString();
    }

    private static boolean isText(Object body) {
        return body instanceof byte[] || body instanceof ByteBuffer || body instanceof InputStream || body instanceof Reader
                || body instanceof StreamCache || body instanceof File || body instanceof Path || body instanceof WrappedFile
                || body instanceof ChatCompletion || body instanceof ChatMessage || body instanceof ChatChunk
                || body instanceof Node || body instanceof Source;
    }

    private void read(Object body, Exchange exchange, BoundedText text) throws Exception {
        if (body instanceof StreamCache cache) {
            cache.reset();
        }
        Reader open = body instanceof Reader reader ? reader : converter.tryConvertTo(Reader.class, exchange, body);
        if (open == null) {
            text.append(converter.mandatoryConvertTo(String.class, exchange, body));
            return;
        }
        try (Reader reader = open) {
            text.read(reader);
        } catch (IOException e) {
            discard(exchange);
            throw e;
        }
    }
}

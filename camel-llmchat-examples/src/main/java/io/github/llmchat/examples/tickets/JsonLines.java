package io.github.llmchat.examples.tickets;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Files of the class path with a JSON object in each line. */
public final class JsonLines {

    private JsonLines() {
    }

    /**
     * Reads a file.
     *
     * @param  <T>                  the type
     * @param  resource             where it is, from {@code /} on
     * @param  type                 what each line becomes
     * @return                      all of them, in order
     * @throws UncheckedIOException if the file is not readable
     */
    public static <T> List<T> read(String resource, Class<T> type) {
        ObjectMapper json = new ObjectMapper();
        List<T> objects = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(JsonLines.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                objects.add(json.readValue(line, type));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file is not readable: " + resource, e);
        }
        return objects;
    }
}

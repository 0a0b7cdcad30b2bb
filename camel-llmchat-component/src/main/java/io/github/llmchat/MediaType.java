package io.github.llmchat;

import java.net.URLConnection;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What bytes are.
 *
 * @param name    the type in lower case, without parameters
 * @param charset how text of this type is encoded, UTF-8 unless said otherwise
 */
record MediaType(String name, Charset charset) {

    private static final Set<String> TEXT_TYPES = Set.of(
            "application/json", "application/xml", "application/yaml", "application/x-yaml", "application/javascript",
            "application/x-ndjson", "application/sql");
    /** What is missing in the JDK's own table, or depends on the machine there. */
    private static final Map<String, String> EXTENSIONS = Map.ofEntries(
            Map.entry("md", "text/plain"), Map.entry("yaml", "text/plain"), Map.entry("yml", "text/plain"),
            Map.entry("csv", "text/plain"), Map.entry("json", "text/plain"), Map.entry("log", "text/plain"),
            Map.entry("png", "image/png"), Map.entry("jpg", "image/jpeg"), Map.entry("jpeg", "image/jpeg"),
            Map.entry("gif", "image/gif"), Map.entry("webp", "image/webp"), Map.entry("wav", "audio/wav"),
            Map.entry("mp3", "audio/mpeg"), Map.entry("pdf", "application/pdf"),
            Map.entry("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            Map.entry("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            Map.entry("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"));
    private static final Map<String, String> AUDIO_FORMATS = Map.of(
            "mpeg", "mp3", "mpeg3", "mp3", "wave", "wav", "vnd.wave", "wav", "mp4", "m4a");

    /** The type in a header; null if it says nothing, or only that there are bytes. */
    static MediaType parse(String header) {
        if (header == null) {
            return null;
        }
        String name = header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        boolean says = name.indexOf('/') > 0 && !name.equals("application/octet-stream");
        return says ? new MediaType(name, charset(header)) : null;
    }

    /** The type that a file name tells; null if it tells none. */
    static MediaType ofFile(String fileName) {
        if (fileName == null) {
            return null;
        }
        String name = fileName.toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        if (dot < 0) {
            return null;
        }
        String known = EXTENSIONS.get(name.substring(dot + 1));
        return parse(known == null ? URLConnection.guessContentTypeFromName(name) : known);
    }

    boolean isText() {
        // an SVG image is text to a model
        return name.startsWith("text/") || TEXT_TYPES.contains(name) || name.endsWith("+json") || name.endsWith("+xml");
    }

    boolean isImage() {
        return name.startsWith("image/");
    }

    boolean isAudio() {
        return name.startsWith("audio/");
    }

    /** The name that the API has for an audio type. */
    String audioFormat() {
        String subtype = name.substring("audio/".length());
        String plain = subtype.startsWith("x-") ? subtype.substring(2) : subtype;
        return AUDIO_FORMATS.getOrDefault(plain, plain);
    }

    private static Charset charset(String type) {
        int at = type.toLowerCase(Locale.ROOT).indexOf("charset=");
        if (at < 0) {
            return StandardCharsets.UTF_8;
        }
        String name = type.substring(at + "charset=".length()).split(";", 2)[0].replace("\"", "").strip();
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            // a name that this JVM does not know, or no name at all
            return StandardCharsets.UTF_8;
        }
    }
}

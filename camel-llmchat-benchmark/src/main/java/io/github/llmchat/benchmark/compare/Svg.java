package io.github.llmchat.benchmark.compare;

import java.io.StringWriter;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * An SVG document in the making: a white panel, so that it is legible on a dark page, too, and text as text.
 * <p>
 * Written here because the libraries for it did worse: XChart draws letters as outlines (a chart had 140 to 340 KB,
 * here it is 10 at most), JFreeSVG is under the GPL, and both measure text with the fonts of the machine, so that a
 * chart is another on each, and none where a JDK has no fonts.
 */
final class Svg {

    private static final String FONT = "Helvetica, Arial, 'Liberation Sans', sans-serif";

    private final StringWriter text = new StringWriter();
    private final DecimalFormat number = new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT));
    private final XMLStreamWriter xml;

    Svg(double width, double height, String title) {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        begin("svg", "xmlns", "http://www.w3.org/2000/svg", "width", width, "height", height, "viewBox",
                "0 0 " + number.format(width) + " " + number.format(height), "font-family", FONT, "font-size", 13, "role",
                "img");
        words("title", title);
        shape("rect", "x", 0.5, "y", 0.5, "width", width - 1, "height", height - 1, "rx", 8, "fill", "#ffffff", "stroke",
                "#d8dee4");
    }

    /** {@return about how wide a text is; the font is the reader's} */
    static double width(String text) {
        return text.length() * 7.1;
    }

    /** Begins a group, whose attributes all have that are in it. */
    void begin(String element, Object... attributes) {
        write(() -> {
            xml.writeStartElement(element);
            attributes(attributes);
            xml.writeCharacters("\n");
        });
    }

    void end() {
        write(() -> {
            xml.writeEndElement();
            xml.writeCharacters("\n");
        });
    }

    /** @param attributes names and values */
    void shape(String element, Object... attributes) {
        write(() -> {
            xml.writeEmptyElement(element);
            attributes(attributes);
            xml.writeCharacters("\n");
        });
    }

    void line(double x1, double y1, double x2, double y2, Object... attributes) {
        shape("path", both(attributes, "d", "M" + point(x1, y1) + "L" + point(x2, y2)));
    }

    void text(double x, double y, String words, Object... attributes) {
        words("text", words, both(attributes, "x", x, "y", y));
    }

    String point(double x, double y) {
        return number.format(x) + " " + number.format(y);
    }

    /** {@return the document, to which nothing can be added any more} */
    String finish() {
        write(() -> {
            xml.writeEndDocument();
            xml.writeCharacters("\n");
            xml.close();
        });
        return text.toString();
    }

    private void words(String element, String words, Object... attributes) {
        write(() -> {
            xml.writeStartElement(element);
            attributes(attributes);
            xml.writeCharacters(words);
            xml.writeEndElement();
            xml.writeCharacters("\n");
        });
    }

    private void attributes(Object... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            Object value = attributes[i + 1];
            xml.writeAttribute((String) attributes[i], value instanceof Number ? number.format(value) : (String) value);
        }
    }

    private static Object[] both(Object[] some, Object... more) {
        return Stream.of(more, some).flatMap(Arrays::stream).toArray();
    }

    private static void write(Piece piece) {
        try {
            piece.write();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Piece {

        void write() throws XMLStreamException;
    }
}

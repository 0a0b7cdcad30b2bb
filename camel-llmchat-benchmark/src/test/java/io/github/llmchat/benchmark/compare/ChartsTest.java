package io.github.llmchat.benchmark.compare;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import javax.xml.parsers.DocumentBuilderFactory;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import org.xml.sax.InputSource;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ChartsTest {

    private final Map<String, String> files = new Charts(SampleReport.REPORT).files();

    @Test
    void eachTableAndCurveHasASmallFile() {
        assertThat(files).containsOnlyKeys("benchmark-flat-out.svg", "benchmark-slow-1000.svg", "benchmark-by-streams.svg",
                "benchmark-by-length.svg");
        assertThat(files.values()).allSatisfy(svg -> assertThat(svg.length()).isLessThan(20_000));
    }

    @Test
    void barsHaveDriversMediansAndTicks() throws Exception {
        assertThat(texts("benchmark-flat-out.svg")).containsAll(SampleReport.DRIVERS)
                .contains("CPU µs per chunk", "One stream, flat out", "1.95", "10.02", "0", "2", "10");
    }

    @Test
    void barsAreAsLongAsTheirMedians() throws Exception {
        List<Double> bars = bars("benchmark-flat-out.svg");

        assertThat(bars).hasSize(SampleReport.DRIVERS.size());
        assertThat(bars.get(6) / bars.get(0)).isCloseTo(8.4 / 1.3, within(0.01));
    }

    @Test
    void barsOfFarValuesAreLogarithmic() throws Exception {
        assertThat(texts("benchmark-slow-1000.svg")).contains("1", "10", "100", "1,000", "660.0")
                .anyMatch(text -> text.contains("logarithmic")).doesNotContain("openai-java & <async>");
        List<Double> bars = bars("benchmark-slow-1000.svg");
        // 3 to 67 and 67 to 660 are 1.35 and 0.99 powers of ten
        assertThat((bars.get(5) - bars.get(0)) / (bars.get(6) - bars.get(5)))
                .isCloseTo(Math.log(67 / 3.) / Math.log(660 / 67.), within(0.01));
    }

    @Test
    void linesHaveALegendAndLabelledAxes() throws Exception {
        assertThat(texts("benchmark-by-length.svg")).containsAll(SampleReport.DRIVERS.subList(0, 8))
                .contains("Cost against length", "chunks", "100", "1,000", "10,000", "100,000");
    }

    @Test
    void aDriverLooksTheSameInAllCharts() {
        String colour = new Palette(SampleReport.DRIVERS).look("LangChain4j").colour();

        assertThat(files.values()).allSatisfy(svg -> assertThat(svg).contains(colour));
    }

    @Test
    void zerosBreakNoChart() throws Exception {
        Samples zero = Samples.of(0);
        Table table = new Table(
                "zero", "Zero", List.of("a", "b", "c"),
                List.of(new Line("ms", 1, Map.of("a", zero, "b", Samples.of(0, 1, 1), "c", Samples.of(100)))));
        Curve curve = new Curve(
                "curve", "Curve", "x", "y",
                List.of(new Curve.Course("a", List.of(new Curve.Point(1, zero), new Curve.Point(10, Samples.of(0, 2, 3)))),
                        new Curve.Course("b", List.of(new Curve.Point(1, zero)))));
        Table nothing = new Table("nothing", "Nothing", List.of("a"), List.of(new Line("ms", 1, Map.of("a", zero))));

        Map<String, String> charts
                = new Charts(new Report(List.of(), List.of(table, nothing), List.of(curve), List.of())).files();

        assertThat(charts).hasSize(3);
        for (String svg : charts.values()) {
            assertThat(svg).doesNotContain("NaN", "\uFFFD", "∞");
            parsed(svg);
        }
    }

    private List<String> texts(String name) throws Exception {
        List<String> texts = new ArrayList<>();
        elements(name, "text").forEach(text -> texts.add(text.getTextContent()));
        return texts;
    }

    private List<Double> bars(String name) throws Exception {
        return elements(name, "rect").stream().filter(rect -> !rect.hasAttribute("rx"))
                .map(rect -> Double.valueOf(rect.getAttribute("width"))).toList();
    }

    private List<Element> elements(String name, String tag) throws Exception {
        NodeList nodes = parsed(files.get(name)).getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}

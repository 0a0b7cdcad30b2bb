package io.github.llmchat.benchmark.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.llmchat.benchmark.driver.Way;

/** How drivers look, the same in all charts of a report: the component stands out, the floor steps back. */
final class Palette {

    private static final String ACCENT = "#0a66c2";
    private static final String FLOOR = "#9aa3ad";
    private static final List<String> OTHERS = List.of("#b08968", "#84a07c", "#9d86b5", "#c08497", "#6f9fa8", "#b3a25e");
    private static final List<String> DASHES = List.of("", "7 4", "2 4", "10 4 2 4");

    private final Map<String, Look> looks = new LinkedHashMap<>();

    /** @param drivers all labels, in order */
    Palette(List<String> drivers) {
        int own = 0;
        int others = 0;
        for (String driver : drivers) {
            Marker marker = Marker.values()[looks.size() % Marker.values().length];
            Look look;
            if (driver.startsWith("llmchat")) {
                look = new Look(ACCENT, DASHES.get(own++ % DASHES.size()), marker, true);
            } else if (driver.equals(Way.FLOOR.label())) {
                look = new Look(FLOOR, "", marker, false);
            } else {
                look = new Look(OTHERS.get(others++ % OTHERS.size()), "", marker, false);
            }
            looks.put(driver, look);
        }
    }

    Look look(String driver) {
        return looks.get(driver);
    }

    /**
     * @param dash   of a line, in SVG's terms
     * @param accent whether the label is bold, too
     */
    record Look(String colour, String dash, Marker marker, boolean accent) {
    }

    /** What is drawn at a point, around its middle, in SVG's terms. */
    enum Marker {

        CIRCLE("m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z"),
        SQUARE("m-3.6-3.6h7.2v7.2h-7.2z"),
        TRIANGLE("m0-4.8l4.6 8h-9.2z"),
        DIAMOND("m0-5l5 5l-5 5l-5-5z"),
        WEDGE("m0 4.8l4.6-8h-9.2z");

        private final String path;

        Marker(String path) {
            this.path = path;
        }

        String path() {
            return path;
        }
    }
}

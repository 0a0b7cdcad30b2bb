package io.github.llmchat.benchmark.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Cells in aligned columns. What is too wide for a terminal goes on below, with the first column again. */
final class TextTable {

    private static final int WIDTH = 140;
    private static final int HEAD_WIDTH = 20;
    private static final String GAP = "   ";

    private final Cells cells;
    private final List<List<String>> heads;
    private final int[] widths;

    TextTable(Cells cells) {
        this.cells = cells;
        this.heads = IntStream.range(0, cells.head().size()).mapToObj(column -> wrapped(cells.head().get(column),
                Math.max(HEAD_WIDTH, widestCell(column)))).toList();
        this.widths = IntStream.range(0, cells.head().size())
                .map(column -> Math.max(widestCell(column), widest(heads.get(column)))).toArray();
    }

    /** {@return lines, each with its end} */
    String text() {
        return blocks().stream().map(this::block).collect(Collectors.joining("\n"));
    }

    private List<List<Integer>> blocks() {
        List<List<Integer>> blocks = new ArrayList<>();
        List<Integer> block = new ArrayList<>(List.of(0));
        int used = widths[0];
        for (int column = 1; column < widths.length; column++) {
            if (block.size() > 1 && used + GAP.length() + widths[column] > WIDTH) {
                blocks.add(block);
                block = new ArrayList<>(List.of(0));
                used = widths[0];
            }
            block.add(column);
            used += GAP.length() + widths[column];
        }
        blocks.add(block);
        return blocks;
    }

    private String block(List<Integer> columns) {
        StringBuilder text = new StringBuilder();
        int high = columns.stream().mapToInt(column -> heads.get(column).size()).max().orElse(0);
        for (int i = 0; i < high; i++) {
            int fromEnd = high - i;
            line(text, columns, column -> fromEnd > heads.get(column).size()
                    ? ""
                    : heads.get(column).get(heads.get(column).size() - fromEnd));
        }
        line(text, columns, column -> "-".repeat(widths[column]));
        for (List<String> row : cells.rows()) {
            line(text, columns, row::get);
        }
        return text.toString();
    }

    private void line(StringBuilder text, List<Integer> columns, IntFunction<String> cell) {
        String line = columns.stream().map(column -> padded(cell.apply(column), widths[column]))
                .collect(Collectors.joining(GAP));
        text.append(line.stripTrailing()).append('\n');
    }

    private int widestCell(int column) {
        return widest(cells.rows().stream().map(row -> row.get(column)).toList());
    }

    private static int widest(List<String> lines) {
        return lines.stream().mapToInt(String::length).max().orElse(0);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    private static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line);
                line = "";
            }
            line = line.isEmpty() ? word : line + " " + word;
        }
        lines.add(line);
        return lines;
    }
}

package io.github.llmchat.benchmark.compare;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import io.github.llmchat.benchmark.driver.Way;
import io.github.llmchat.benchmark.driver.Workload;
import io.github.llmchat.benchmark.loadserver.Script;

/** How a cost grows with the length of a stream, or with the number of streams: both have to be straight lines. */
enum CurveRun {

    LENGTH("length", "CPU against length: one stream, flat out", "chunks", "CPU of a stream, ms",
           new int[] { 100, 1_000, 10_000, 100_000 }, CurveRun::ofLength),
    STREAMS("streams", "CPU against number: streams that are open at once, 50 chunks each", "streams", "CPU of all, ms",
            new int[] { 1, 10, 100, 1_000, 10_000 }, CurveRun::streams);

    private static final List<Way> WAYS = List.of(Way.FLOOR, Way.CHUNKS_TO, Way.HTTP_SPLIT, Way.SDK_SPLIT);
    /** One thread a stream: what more would show is known. */
    private static final int MOST_THREADS = 1_000;

    private final String id;
    private final String title;
    private final String x;
    private final String y;
    private final int[] sizes;
    private final IntFunction<Workload> workload;

    CurveRun(String id, String title, String x, String y, int[] sizes, IntFunction<Workload> workload) {
        this.id = id;
        this.title = title;
        this.x = x;
        this.y = y;
        this.sizes = sizes;
        this.workload = workload;
    }

    private static Workload ofLength(int chunks) {
        return Workload.streams(1, Math.max(2, 100_000 / chunks), chunks, 0);
    }

    /** They begin to answer when all are open. */
    private static Workload streams(int number) {
        int calls = Math.max(20, number);
        return new Workload(number, calls, true, false, new Script(50, 0, 24, 100_000));
    }

    String id() {
        return id;
    }

    Curve run(Effort effort, PrintWriter out) throws IOException {
        List<Curve.Course> courses = new ArrayList<>();
        for (Way way : WAYS) {
            Contender contender = new Contender(way);
            try (Field field = new Field(List.of(contender), effort, out)) {
                int[] reachable = IntStream.of(sizes).filter(size -> reaches(way, size)).toArray();
                field.warmUp(contender, effort.of(workload.apply(reachable[reachable.length / 2])));
                field.warmUp(contender, effort.of(workload.apply(reachable[1])));
                List<Curve.Point> points = new ArrayList<>();
                for (int size : reachable) {
                    points.add(point(field, contender, effort, size));
                }
                courses.add(new Curve.Course(way.label(), points));
            }
        }
        return new Curve(id, title, x, y, courses);
    }

    private boolean reaches(Way way, int size) {
        return this == LENGTH || way == Way.FLOOR || way == Way.CHUNKS_TO || size <= MOST_THREADS;
    }

    private Curve.Point point(Field field, Contender contender, Effort effort, int size) {
        Workload work = effort.of(workload.apply(size));
        List<Double> costs = new ArrayList<>();
        for (int round = 0; round < effort.rounds(); round++) {
            double callMillis = field.run(contender, work).outcome().cpuNanos() / 1e6 / work.calls();
            costs.add(this == LENGTH ? callMillis : callMillis * work.atOnce());
        }
        return new Curve.Point(this == LENGTH ? work.script().chunks() : work.atOnce(), new Samples(costs));
    }

    /** Ten times as much costs ten times as much, in the upper part, where the first one's costs do not count. */
    Goal straightness(Curve curve) {
        List<Curve.Point> points = curve.lines().stream().filter(line -> line.driver().equals(Way.CHUNKS_TO.label()))
                .findFirst().orElseThrow().points();
        Curve.Point last = points.get(points.size() - 1);
        Curve.Point before = points.get(points.size() - 2);
        return new Goal(
                "chunksTo: cost of one more, at the end of the line '" + id + "' against the point before, at most 1.25 x",
                last.y().median() / last.x() / (before.y().median() / before.x()), 1.25);
    }
}

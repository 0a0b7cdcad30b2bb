package io.github.llmchat.benchmark.jmh;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** Makes rows of what JMH reports. */
final class MicroRows {

    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private final Map<String, RunResult> results;

    private MicroRows(Collection<RunResult> results) {
        this.results = results.stream().collect(Collectors.toMap(
                result -> name(result.getParams(), method(result.getParams())), Function.identity()));
    }

    /** {@return a row for each result, in their order} */
    static List<MicroRow> of(Collection<RunResult> results) {
        MicroRows rows = new MicroRows(results);
        return results.stream().map(rows::row).toList();
    }

    private MicroRow row(RunResult result) {
        BenchmarkParams params = result.getParams();
        ComparedWith comparison = comparison(params);
        String other = comparison == null ? null : name(params, comparison.value());
        RunResult base = results.get(other);
        Result<?> cpu = secondary(result, CpuTime.LABEL);
        return new MicroRow(
                name(params, method(params)), cpu.getScore(), cpu.getScoreError(), result.getPrimaryResult().getScore(),
                secondary(result, ALLOCATED).getScore(), other,
                base == null ? Double.NaN : cpu.getScore() / secondary(base, CpuTime.LABEL).getScore());
    }

    private static Result<?> secondary(RunResult result, String label) {
        return result.getSecondaryResults().get(label);
    }

    private static String method(BenchmarkParams params) {
        String benchmark = params.getBenchmark();
        return benchmark.substring(benchmark.lastIndexOf('.') + 1);
    }

    private static String className(BenchmarkParams params) {
        String benchmark = params.getBenchmark();
        return benchmark.substring(0, benchmark.lastIndexOf('.'));
    }

    private static String name(BenchmarkParams params, String method) {
        String name = className(params);
        String shown = name.substring(name.lastIndexOf('.') + 1).replace("Benchmark", "") + "." + method;
        for (String key : params.getParamsKeys()) {
            shown += " " + key + "=" + params.getParam(key);
        }
        return shown;
    }

    private static ComparedWith comparison(BenchmarkParams params) {
        try {
            for (Method method : Class.forName(className(params)).getMethods()) {
                if (method.getName().equals(method(params))) {
                    return method.getAnnotation(ComparedWith.class);
                }
            }
            throw new IllegalStateException("no such benchmark: " + params.getBenchmark());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("no such benchmark: " + params.getBenchmark(), e);
        }
    }
}

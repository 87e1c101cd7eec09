package downhill.cli;

import downhill.cluster.SpreadMap;
import downhill.cluster.Workforce;
import downhill.data.DataSpec;
import downhill.data.Progress;
import downhill.data.prepare.Prepared;
import downhill.optim.RuleLibrary;
import downhill.store.AtomicFiles;
import downhill.store.JsonOutput;
import downhill.store.MapCsv;
import downhill.store.ResultsStore;
import downhill.study.Recipe;
import downhill.study.map.MapAxis;
import downhill.study.map.MapRuns;
import downhill.study.map.Trainability;
import downhill.study.map.TrainabilityMap;
import downhill.study.map.TrainabilityMap.End;
import downhill.study.space.Knob;
import downhill.study.space.ValueText;
import downhill.words.Said;
import downhill.words.Words;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** Draws a trainability map, shows how far it is, and tells what came of it. */
final class MapJob {
    private final CommandSpec spec;
    private final MapOptions options;
    private final MapChartWriter charts;
    private final double minutes;

    /** As it is printed in JSON: a setting and its values, the least first. */
    public record Axis(String key, List<Object> values) {
        static Axis of(MapAxis axis) {
            return new Axis(axis.knob().name(), axis.values());
        }
    }

    /** As it is printed in JSON: the least loss, and where it was. */
    public record Best(double value, Map<String, Object> params) {
    }

    /** @param minutes after which it ends; infinite for never */
    MapJob(CommandSpec spec, MapOptions options, MapChartWriter charts, double minutes) {
        this.spec = spec;
        this.options = options;
        this.charts = charts;
        this.minutes = minutes;
    }

    /** @param folder where a relative path of the data's file starts */
    int run(Recipe recipe, int steps, Function<DataSpec, Prepared> rows, WorkersOption on, Path folder, boolean json) {
        List<Knob> knobs = recipe.space().knobs();
        MapAxis across = MapAxis.of(knobs.get(0), options.width());
        MapAxis up = MapAxis.of(knobs.get(1), options.height());
        if (!on.asked()) {
            return run(new Trainability(recipe, across, up, steps, rows, RuleLibrary.complete(),
                    Runtime.getRuntime().availableProcessors()), json);
        }
        MapRuns runs = new MapRuns(recipe, across, up, steps, rows, RuleLibrary.complete());
        try (Workforce workers = on.open()) {
            SpreadMap spread = new SpreadMap(workers, recipe.base(), folder, across, up, steps, runs);
            int code = run(new Trainability(across, up, steps, spread), json);
            on.tell(spec, workers, spread.pace());
            return code;
        }
    }

    private int run(Trainability runs, boolean json) {
        AtomicReference<TrainabilityMap> newest = new AtomicReference<>();
        try (Job job = new Job(Said.of("map.job"), spec)) {
            boolean ended = drawn(runs, limited(job), newest);
            job.quiet();
            return told(newest.get(), ended, job.cancelled(), json);
        }
    }

    private static boolean drawn(Trainability runs, Progress progress, AtomicReference<TrainabilityMap> newest) {
        try {
            runs.draw(progress, newest::set);
            return true;
        } catch (CancellationException given) {
            return false;
        }
    }

    private Progress limited(Job job) {
        long begin = System.nanoTime();
        double nanos = minutes * TimeUnit.MINUTES.toNanos(1);
        return new Progress() {
            @Override
            public void done(double fraction) {
                job.done(fraction);
            }

            @Override
            public boolean cancelled() {
                return job.cancelled() || System.nanoTime() - begin >= nanos;
            }
        };
    }

    private int told(TrainabilityMap map, boolean ended, boolean cancelled, boolean json) {
        PrintWriter err = spec.commandLine().getErr();
        if (map == null) {
            err.println(Said.of(cancelled ? "map.cancelled.none" : "map.time.none"));
            return ExitCode.FELL_SHORT;
        }
        if (options.out() != null) {
            write(map);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(json(map));
        } else {
            print(map, out);
        }
        out.flush();
        if (!ended) {
            err.println(Said.of(cancelled ? "map.cancelled" : "map.time", map.done(), map.runs()));
        }
        return cancelled ? ExitCode.FELL_SHORT : ExitCode.DONE;
    }

    private void write(TrainabilityMap map) {
        ResultsStore store = new ResultsStore(options.out());
        MapCsv.write(store.file(MapOptions.CSV), map);
        Words words = HarmlessPrinter.words(spec.commandLine().getErr());
        AtomicFiles.write(store.file(MapOptions.PICTURE), file -> charts.write(file, map, words), false);
    }

    private void print(TrainabilityMap map, PrintWriter out) {
        out.println(Said.of("map.runs", map.done(), map.steps(), map.count(End.LEARNED), map.count(End.IDLE), map.count(End.DIVERGED)));
        map.best().ifPresent(best -> out.println(Said.of("map.best", StudyReport.number(map.finalLoss()[best.row()][best.column()]),
                map.values(best.row(), best.column()).entrySet().stream().map(each -> each.getKey() + "=" + ValueText.of(each.getValue()))
                        .collect(Collectors.joining(", ")))));
        out.println(options.out() == null ? Said.of("map.nowhere") : Said.of("map.written", options.out()));
    }

    /** For other programs. */
    private static String json(TrainabilityMap map) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("x", Axis.of(map.across()));
        fields.put("y", Axis.of(map.up()));
        fields.put("steps", map.steps());
        fields.put("runs", map.done());
        fields.put("learned", map.count(End.LEARNED));
        fields.put("idle", map.count(End.IDLE));
        fields.put("diverged", map.count(End.DIVERGED));
        fields.put("complete", map.complete());
        fields.put("best", map.best().map(best -> new Best(map.finalLoss()[best.row()][best.column()],
                map.values(best.row(), best.column()))).orElse(null));
        return JsonOutput.ordered(fields);
    }
}

package downhill.cli;

import downhill.compress.Smaller;
import downhill.compress.SmallerPlan;
import downhill.store.AtomicFiles;
import downhill.store.FileKind;
import downhill.store.ModelStore;
import downhill.store.Outputs;
import downhill.store.ResultsStore;
import downhill.store.VariantsCsv;
import downhill.words.Said;
import downhill.words.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What compress leaves in its folder: the models, a table and two pictures. */
final class CompressFiles {
    private static final String TABLE = "variants.csv";
    private static final String SIZE = "size.png";
    private static final String TIME = "time.png";
    private static final double KILO = 1000;
    private static final double BEYOND = 1.03;

    private final Path folder;
    private final SmallerPlan plan;
    private final ExplainChartWriter charts;
    private List<Path> inputs = List.of();

    /** @param folder null where nothing is written */
    CompressFiles(Path folder, SmallerPlan plan, ExplainChartWriter charts) {
        this.folder = folder;
        this.plan = plan;
        this.charts = charts;
    }

    /**
     * Looks whether all of it can be written.
     *
     * @throws downhill.store.StoreException where something would be lost
     */
    void check(List<Path> read) {
        inputs = List.copyOf(read);
        if (folder != null) {
            outputs().writing(option(), folder.resolve(TABLE), FileKind.VARIANTS).writing(option(), folder.resolve(SIZE), FileKind.PICTURE)
                    .writing(option(), folder.resolve(TIME), FileKind.PICTURE).check();
        }
    }

    private Outputs outputs() {
        Outputs outputs = new Outputs();
        inputs.forEach(outputs::reading);
        return outputs;
    }

    private String option() {
        return "--out " + folder;
    }

    /** Writes all; of forms whose training diverged there is no model. Without a folder sizes are measured and nothing stays. */
    List<CompressLine> write(List<Smaller> all, Words words) {
        List<CompressLine> lines = new ArrayList<>();
        Set<String> used = new HashSet<>();
        ResultsStore store = folder == null ? null : new ResultsStore(folder);
        for (Smaller each : all) {
            String name = ResultNames.fileName(each.name(), used) + ModelStore.ENDING;
            boolean kept = store != null && each.isSound();
            Path file = kept ? store.file(name) : null;
            if (kept) {
                outputs().writing(option(), file, FileKind.ZIP).check();
            }
            lines.add(CompressLine.of(each, each.isSound() ? bytes(each, file) : 0, plan.metric().key(), kept ? file.toString() : null));
        }
        if (store != null) {
            VariantsCsv.write(store.file(TABLE), lines.stream().map(CompressFiles::row).toList());
            picture(store.file(SIZE), lines, Said.of("compress.axis.size"), line -> line.bytes() / KILO, words);
            picture(store.file(TIME), lines, Said.of("compress.axis.time"), CompressLine::microsecondsBatch256, words);
        }
        return lines;
    }

    private static VariantsCsv.Row row(CompressLine line) {
        return new VariantsCsv.Row(line.name(), line.bytes(), line.parameters(), line.nonZero(), line.microsecondsBatch1(),
                line.microsecondsBatch256(), line.metric(), line.value(), line.low(), line.high(), line.file());
    }

    private static long bytes(Smaller form, Path file) {
        if (file == null) {
            return ModelStore.size(form.model());
        }
        ModelStore.write(file, form.model());
        try {
            return Files.size(file);
        } catch (IOException unmeasured) {
            throw new UncheckedIOException(unmeasured);
        }
    }

    /** Each form is its interval, upright where it stands; those that no other beats are joined. Points without a line widen the axes. */
    private void picture(Path png, List<CompressLine> lines, Said x, ToDoubleFunction<CompressLine> cost, Words words) {
        List<ExplainChart.Line> drawn = new ArrayList<>();
        List<CompressLine> front = CompressReport.front(lines, plan.metric()).stream().map(lines::get)
                .sorted((a, b) -> Double.compare(cost.applyAsDouble(a), cost.applyAsDouble(b))).toList();
        drawn.add(new ExplainChart.Line("", front.stream().mapToDouble(cost).toArray(),
                front.stream().mapToDouble(CompressLine::value).toArray(), -1));
        double most = lines.stream().mapToDouble(cost).max().orElse(0);
        double level = lines.get(0).value();
        drawn.add(new ExplainChart.Line("", new double[] {0}, new double[] {level}, -1));
        drawn.add(new ExplainChart.Line("", new double[] {most * BEYOND}, new double[] {level}, -1));
        IntStream.range(0, lines.size()).filter(i -> Double.isFinite(lines.get(i).low())).forEach(i -> {
            double at = cost.applyAsDouble(lines.get(i));
            drawn.add(new ExplainChart.Line(lines.get(i).name(), new double[] {at, at},
                    new double[] {lines.get(i).low(), lines.get(i).high()}, i));
        });
        ExplainChart chart = new ExplainChart.Lines(x, plan.metric().said(), drawn, new double[0], false);
        AtomicFiles.write(png, file -> charts.write(file, chart, words), false);
    }
}

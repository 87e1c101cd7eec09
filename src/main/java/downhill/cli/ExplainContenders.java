package downhill.cli;

import downhill.analysis.explain.Apart;
import downhill.analysis.explain.Explained;
import downhill.analysis.explain.ExplainedColumn;
import downhill.analysis.explain.ExplainedRows;
import downhill.analysis.explain.Shap;
import downhill.analysis.explain.ShapValues;
import downhill.data.CounterRandom;
import downhill.data.Examples;
import downhill.data.Progress;
import downhill.data.prepare.Prepared;
import downhill.data.source.DataSources;
import downhill.data.source.LoadedRows;
import downhill.model.TrainedEnsemble;
import downhill.words.Said;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What moves each contender of a race, side by side: equal losses may have other reasons. */
final class ExplainContenders implements ExplainTraining {
    private static final int ROWS = 60;
    private static final int BACKGROUND = 20;
    private static final int SHOWN = 12;
    private static final long PURPOSE = 1150;

    private final Long step;

    /** Where they stand, or at their end. */
    ExplainContenders() {
        this(null);
    }

    private ExplainContenders(Long step) {
        this.step = step;
    }

    @Override
    public ExplainTraining at(long moment) {
        return new ExplainContenders(moment);
    }

    /** As JSON has it: {@code shares} of the whole by column. */
    public record Contender(String name, double loss, List<Double> shares) {
    }

    /** As JSON has it: a column each leans on more than the other does, null where both lean alike. */
    public record Pair(String one, String other, boolean level, double distance, Optional<String> oneLeans, Optional<String> otherLeans) {
    }

    /** One model: losses of all rows, values of some. */
    private record Moved(String name, double[] losses, double loss, double[][] values, double[] sizes) {
    }

    @Override
    public ExplainResult explain(ExplainDocument document, String contender, ExplainOptions options, Path out, Progress progress) {
        if (document.experiment().contenders().size() < 2) {
            throw new InputException(Said.of("explain.contenders.one", document.file()));
        }
        LoadedRows loaded = DataSources.rows(document.learning().data(), document.folder(), Progress.asking(() -> !progress.cancelled()));
        Map<String, TrainedEnsemble> models = ExplainSubject.all(document, loaded.prepared(), step, progress.stretch(0, 0.4));
        if (models.size() < 2) {
            throw new InputException(Said.of("explain.contenders.diverged", document.file()));
        }
        List<Moved> moved = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        for (Map.Entry<String, TrainedEnsemble> each : models.entrySet()) {
            Progress own = progress.stretch(0.4 + 0.6 * moved.size() / models.size(), 0.4 + 0.6 * (moved.size() + 1) / models.size());
            moved.add(moved(each.getKey(), each.getValue(), loaded, options, columns, own));
        }
        return result(moved, columns, loaded.prepared(), step);
    }

    /** Rows held out where there are any. */
    private static Examples asked(Prepared prepared) {
        return prepared.validation().count() > 1 ? prepared.validation() : prepared.training();
    }

    private static Moved moved(String name, TrainedEnsemble model, LoadedRows loaded, ExplainOptions options, List<String> columns,
                               Progress progress) {
        try (Explained explained = Explained.of(model)) {
            ExplainedRows all = explained.rows(asked(loaded.prepared()), loaded.imported().table());
            ExplainedRows training = explained.rows(loaded.prepared().training(), loaded.imported().table());
            Explained scaled = explained.in(options.classScale());
            Shap shap = new Shap(scaled, some(training, BACKGROUND, options.seed(), 1), ExplainAnew.threads());
            ShapValues values = shap.of(some(all, ROWS, options.seed(), 0), progress);
            double[] losses = losses(explained, all);
            double mean = Arrays.stream(losses).filter(Double::isFinite).average().orElse(Double.NaN);
            columns.clear();
            explained.columns().stream().map(ExplainedColumn::name).forEach(columns::add);
            return new Moved(name, losses, explained.classes() ? mean : Math.sqrt(mean), flat(values.values()), sizes(values.values()));
        }
    }

    private static ExplainedRows some(ExplainedRows rows, int most, long seed, int which) {
        return rows.count() <= most ? rows
                : rows.pick(Arrays.stream(CounterRandom.permutation(seed, PURPOSE, which, rows.count())).limit(most).sorted().toArray());
    }

    /** By row: the squared error, of classes −ln of the probability of the row's own. */
    private static double[] losses(Explained model, ExplainedRows rows) {
        double[] answers = model.answers(rows.values());
        int outputs = model.outputs().size();
        return IntStream.range(0, rows.count()).mapToDouble(row -> {
            double target = rows.targets()[row];
            return model.classes() ? -Math.log(answers[row * outputs + (int) target]) : Math.pow(answers[row] - target, 2);
        }).toArray();
    }

    private static double[][] flat(double[][][] values) {
        return Arrays.stream(values).map(row -> Arrays.stream(row).flatMapToDouble(Arrays::stream).toArray()).toArray(double[][]::new);
    }

    private static double[] sizes(double[][][] values) {
        double[] sizes = new double[values[0].length];
        for (double[][] row : values) {
            for (int column = 0; column < sizes.length; column++) {
                sizes[column] += Arrays.stream(row[column]).map(Math::abs).sum() / values.length;
            }
        }
        return sizes;
    }

    private static ExplainResult result(List<Moved> moved, List<String> columns, Prepared prepared, Long step) {
        List<Said> told = new ArrayList<>();
        if (step != null) {
            told.add(Said.of("explain.contenders.step", step));
        }
        told.add(Said.of(prepared.validation().count() > 1 ? "explain.contenders.held" : "explain.contenders.seen",
                Math.min(ROWS, asked(prepared).count()), Math.min(BACKGROUND, prepared.training().count()), asked(prepared).count()));
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < moved.size(); i++) {
            for (int j = i + 1; j < moved.size(); j++) {
                boolean turned = moved.get(j).loss < moved.get(i).loss;
                Moved one = moved.get(turned ? j : i);
                Moved other = moved.get(turned ? i : j);
                Apart apart = new Apart(Apart.isLevel(one.losses, other.losses), Apart.distance(one.values, other.values),
                        Apart.leans(one.sizes, other.sizes));
                pairs.add(new Pair(one.name, other.name, apart.level(), apart.distance(), leans(columns, apart, 0),
                        leans(columns, apart, 1)));
                told.add(sentence(one, other, pairs.get(pairs.size() - 1), prepared.task().isClassification()));
            }
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("features", columns);
        json.put("contenders", moved.stream().map(each -> new Contender(each.name, each.loss,
                Arrays.stream(Apart.shares(each.sizes)).boxed().toList())).toList());
        json.put("pairs", pairs);
        return new ExplainResult(json, List.of("contender", "feature", "share"), lines(moved, columns), List.of(table(moved, columns)),
                told, Map.of("explain", chart(moved, columns)));
    }

    private static Optional<String> leans(List<String> columns, Apart apart, int which) {
        boolean alike = apart.leans()[0] < 0 || apart.leans()[1] < 0;
        return alike ? Optional.empty() : Optional.of(columns.get(apart.leans()[which]));
    }

    /** Such as: Adam and SGD are equal within noise, but Adam leans on area, SGD on quality. */
    private static Said sentence(Moved one, Moved other, Pair pair, boolean classes) {
        String leaning = pair.level ? "explain.contenders.level.leans" : "explain.contenders.better.leans";
        String alike = pair.level ? "explain.contenders.level.alike" : "explain.contenders.better.alike";
        String key = pair.oneLeans.isPresent() ? leaning : alike;
        return Said.of(key, one.name, other.name, Said.of(classes ? "explain.contenders.logLoss" : "explain.contenders.rmse"),
                ExplainFiles.number(one.loss), ExplainFiles.number(other.loss), ExplainFiles.number(pair.distance),
                pair.oneLeans.orElse(""), pair.otherLeans.orElse(""));
    }

    private static List<List<String>> lines(List<Moved> moved, List<String> columns) {
        List<List<String>> lines = new ArrayList<>();
        for (Moved each : moved) {
            double[] shares = Apart.shares(each.sizes);
            IntStream.range(0, shares.length).forEach(i -> lines.add(List.of(each.name, columns.get(i), "" + shares[i])));
        }
        return lines;
    }

    /** Columns in the order of what they move on average. */
    private static int[] order(List<Moved> moved, List<String> columns) {
        double[] sums = new double[columns.size()];
        moved.forEach(each -> Arrays.setAll(sums, i -> sums[i] + Apart.shares(each.sizes)[i]));
        return IntStream.range(0, sums.length).boxed().sorted((a, b) -> Double.compare(sums[b], sums[a])).limit(SHOWN)
                .mapToInt(each -> each).toArray();
    }

    private static TextTable table(List<Moved> moved, List<String> columns) {
        List<Object> head = new ArrayList<>(List.of(Said.of("explain.head.column")));
        moved.forEach(each -> head.add(each.name));
        TextTable table = new TextTable(head.toArray());
        for (int column : order(moved, columns)) {
            List<Object> cells = new ArrayList<>(List.of(columns.get(column)));
            moved.forEach(each -> cells.add(ExplainFiles.number(100 * Apart.shares(each.sizes)[column]) + " %"));
            table.row(cells.toArray());
        }
        return table;
    }

    private static ExplainChart chart(List<Moved> moved, List<String> columns) {
        List<String> names = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int column : order(moved, columns)) {
            for (Moved each : moved) {
                names.add(columns.get(column) + " · " + each.name);
                values.add(Apart.shares(each.sizes)[column]);
            }
        }
        double[] none = values.stream().mapToDouble(each -> Double.NaN).toArray();
        return new ExplainChart.Bars(Said.of("explain.axis.contenders"), names, values.stream().mapToDouble(each -> each).toArray(), none,
                none);
    }
}

package downhill.report;

import downhill.analysis.explain.ColumnImportance;
import downhill.analysis.explain.Companions;
import downhill.analysis.explain.ExplainedColumn;
import downhill.analysis.explain.ExplainedRows;
import downhill.analysis.explain.PermutationImportance;
import downhill.analysis.explain.Shap;
import downhill.analysis.explain.ShapValues;
import downhill.analysis.score.ScoreMetric;
import downhill.data.Progress;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Why a model says what it says: which columns matter, and what moved some single answers. */
final class WhyChapter {
    private static final int REPEATS = 10;
    private static final int MOST_ROWS = 1000;
    private static final int BACKGROUND = 60;
    private static final int MOST_BARS = 12;
    private static final int MOST_PAIRS = 3;

    private final ReportedModel asked;
    private final ExplainedRows rows;
    private final List<Integer> chosen;
    private final long seed;

    /** @param chosen rows of the table to explain one by one; none for three that differ */
    WhyChapter(ReportedModel asked, List<Integer> chosen, long seed) {
        this.asked = asked;
        this.rows = spread(asked.rows(), MOST_ROWS);
        this.chosen = chosen;
        this.seed = seed;
    }

    /** At most so many, evenly from all. */
    private static ExplainedRows spread(ExplainedRows rows, int most) {
        int count = Math.min(rows.count(), most);
        return rows.pick(IntStream.range(0, count).map(i -> (int) ((long) i * rows.count() / count)).toArray());
    }

    ReportChapter of(Progress progress) {
        List<ReportPiece> pieces = new ArrayList<>();
        pieces.add(new ReportPiece.Paragraph(Said.of("report.why.of", asked.name(), rows.count(), asked.which())));
        if (asked.labelled().count() > 0) {
            importance(pieces, progress.stretch(0, 0.5));
        }
        single(pieces, progress.stretch(0.5, 1));
        return new ReportChapter("why", Said.of("report.chapter.why"), pieces);
    }

    private void importance(List<ReportPiece> pieces, Progress progress) {
        List<ExplainedColumn> columns = asked.model().columns();
        ScoreMetric metric = ScoreMetric.usual(asked.steps().task());
        PermutationImportance permutation = new PermutationImportance(asked.model(), rows, metric,
                Runtime.getRuntime().availableProcessors());
        List<ColumnImportance> found = permutation.of(IntStream.range(0, columns.size()).mapToObj(i -> new int[] {i}).toList(), REPEATS,
                seed, progress);
        int[] order = order(found.stream().mapToDouble(ColumnImportance::mean).toArray());
        pieces.add(new ReportPiece.Bars("importance", Said.of("explain.axis.permutation", metric.said()), false,
                Arrays.stream(order).limit(MOST_BARS).mapToObj(i -> new ReportPiece.Bar(columns.get(i).name(), "", found.get(i).mean(),
                        found.get(i).low(), found.get(i).high())).toList()));
        if (order.length > MOST_BARS) {
            pieces.add(new ReportPiece.Paragraph(Said.of("report.why.more", order.length - MOST_BARS)));
        }
        Companions.of(columns, rows).stream().limit(MOST_PAIRS).forEach(pair -> pieces.add(new ReportPiece.Paragraph(
                Said.of("report.why.companions", columns.get(pair.one()).name(), columns.get(pair.other()).name(),
                        Markup.number(pair.correlation())))));
    }

    /** The greatest first. */
    private static int[] order(double[] sizes) {
        return IntStream.range(0, sizes.length).boxed().sorted(Comparator.comparingDouble(i -> -sizes[i])).mapToInt(i -> i).toArray();
    }

    private void single(List<ReportPiece> pieces, Progress progress) {
        ExplainedRows some = chosen.isEmpty() ? rows.pick(differing())
                : asked.rows().pick(chosen.stream().mapToInt(this::place).toArray());
        Shap shap = new Shap(asked.model(), spread(rows, BACKGROUND), Runtime.getRuntime().availableProcessors());
        ShapValues values = shap.of(some, progress);
        pieces.add(new ReportPiece.Paragraph(Said.of("report.why.shap", Math.min(rows.count(), BACKGROUND))));
        for (int row = 0; row < some.count(); row++) {
            pieces.add(bars(some, row, values));
        }
    }

    private int place(int row) {
        int place = asked.rows().of(row);
        if (place < 0) {
            throw new RefusedException(Said.of("report.why.absent", row + 1, asked.which()));
        }
        return place;
    }

    /** The row of which the model is least sure, or says the least, the middle one, and the last. */
    private int[] differing() {
        double[] answers = asked.model().answers(rows.values());
        int outputs = asked.model().outputs().size();
        double[] told = new double[rows.count()];
        Arrays.setAll(told, row -> Arrays.stream(answers, row * outputs, (row + 1) * outputs).max().orElse(0));
        int[] order = order(told);
        return IntStream.of(order.length - 1, order.length / 2, 0).filter(i -> i >= 0).distinct().map(i -> order[i]).toArray();
    }

    private ReportPiece bars(ExplainedRows some, int row, ShapValues values) {
        double[] said = values.predictions()[row];
        int output = IntStream.range(0, said.length).boxed().max(Comparator.comparingDouble(i -> said[i])).orElse(0);
        List<ExplainedColumn> columns = asked.model().columns();
        double[] own = Arrays.stream(values.values()[row]).mapToDouble(each -> each[output]).toArray();
        int[] order = order(Arrays.stream(own).map(Math::abs).toArray());
        List<ReportPiece.Bar> bars = new ArrayList<>();
        for (int i = 0; i < Math.min(order.length, MOST_BARS); i++) {
            String cell = some.text(row, columns.get(order[i]));
            bars.add(new ReportPiece.Bar(columns.get(order[i]).name(), cell == null ? "" : cell, own[order[i]], Double.NaN, Double.NaN));
        }
        Said title = Said.of(asked.model().classes() ? "report.why.row.class" : "report.why.row", some.sourceRows()[row] + 1,
                asked.model().outputs().get(output), Markup.number(said[output]), Markup.number(values.base()[output]));
        return new ReportPiece.Bars("shap-row-" + (some.sourceRows()[row] + 1), title, false, bars);
    }
}

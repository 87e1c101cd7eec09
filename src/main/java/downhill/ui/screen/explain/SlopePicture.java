package downhill.ui.screen.explain;

import downhill.analysis.explain.ExplainedColumn;
import downhill.data.Visible;
import downhill.ui.chart.OverlayDrawing;
import downhill.ui.chart.ShareDrawing;
import downhill.ui.chart.WindowDrawing;
import downhill.ui.chart.shape.Range;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.Spoken;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What slopes say of a row: bars of its columns; of an image or a window of a series colour over it. */
final class SlopePicture {
    private static final int MOST = 12;
    private static final int DIGITS = 3;
    private static final double COMPLETE = 1e-6;

    private SlopePicture() {
    }

    /** Null where nothing is known yet. */
    static RowScreen.Shown of(ExplainModel model, RowSlopes found, SlopeKind kind) {
        if (found == null) {
            return null;
        }
        if (found.asked().site().isOfImages()) {
            return new RowScreen.Shown(image(found, own -> Double.NaN), words(found));
        }
        boolean whole = kind == SlopeKind.INTEGRATED;
        if (found.asked().site().isSeries()) {
            return new RowScreen.Shown(window(found, column(found, model.featureName()), kind, Double.NaN),
                    ExplainModel.words("explain.slopes.window", found.asked()) + (whole ? sum(found) : ""));
        }
        return new RowScreen.Shown(bars(found, kind, order(found, kind), model.featureName(), null),
                Messages.text(kind.key() + ".how") + (whole ? sum(found) : ""));
    }

    /** From where to where what is integrated leads, and whether it gets there. */
    private static String sum(RowSlopes found) {
        double lacks = found.found().lacks();
        boolean complete = Math.abs(lacks) <= COMPLETE * Math.max(Math.abs(found.found().answer()), Math.abs(found.found().base()));
        String from = ExplainModel.words(found.asked(), found.found().base());
        String to = ExplainModel.words(found.asked(), found.found().answer());
        return Messages.text("explain.slopes.sum", from, to) + (complete ? "" : " " + Spoken.text(Said.of("explain.gradients.lacks",
                RowText.number(found.row().sourceRows()[0]), Numbers.significant(lacks, DIGITS))));
    }

    private static String of(String key, RowSlopes found) {
        return found.asked().isOfClasses() ? Messages.text(key + ".class",
                Visible.line(found.asked().prepared().classNames().get(found.output()))) : ExplainModel.words(key, found.asked());
    }

    /** What colours over an image tell, and what they add up to. */
    static String words(RowSlopes found) {
        return of("explain.slopes.image", found) + sum(found);
    }

    /** Integrated gradients alone, over the image. */
    static OverlayDrawing overlay(RowSlopes found) {
        int[] shape = found.asked().prepared().inputShape();
        return new OverlayDrawing(List.of(new OverlayDrawing.Tile("", RowSlopes.laid(found.pixels(), shape),
                RowSlopes.laid(found.numbers(SlopeKind.INTEGRATED), shape))), -1, Double.NaN, words(found));
    }

    /** As it is, and told in each way; {@code full} is what has the full colour, NaN for the largest here. Of any thread. */
    static OverlayDrawing image(RowSlopes found, ToDoubleFunction<SlopeKind> full) {
        int[] shape = found.asked().prepared().inputShape();
        double[][] ground = RowSlopes.laid(found.pixels(), shape);
        List<OverlayDrawing.Tile> tiles = new ArrayList<>(List.of(new OverlayDrawing.Tile(Messages.text("explain.slopes.as"), ground,
                null)));
        for (SlopeKind kind : SlopeKind.values()) {
            double most = full.applyAsDouble(kind);
            double[] numbers = Arrays.stream(found.numbers(kind)).map(each -> Double.isNaN(most) ? each : each / most).toArray();
            tiles.add(new OverlayDrawing.Tile(Messages.text(kind.key()), ground, RowSlopes.laid(numbers, shape)));
        }
        boolean fixed = !Double.isNaN(full.applyAsDouble(SlopeKind.INTEGRATED));
        return new OverlayDrawing(tiles, -1, fixed ? 1 : Double.NaN,
                tiles.stream().map(OverlayDrawing.Tile::name).collect(Collectors.joining(", ")));
    }

    /** The feature chosen, or that which the most is told of. */
    static ExplainedColumn column(RowSlopes found, String feature) {
        return found.columns().stream().filter(column -> column.name().equals(feature)).findFirst()
                .orElse(found.columns().get(0));
    }

    /** The window with what counts behind it; {@code most} has the full colour, NaN for the largest here. Of any thread. */
    static WindowDrawing window(RowSlopes found, ExplainedColumn column, SlopeKind kind, double most) {
        int times = column.times();
        double[] x = IntStream.range(0, times).mapToDouble(time -> time + 1.0 - times).toArray();
        double[] values = IntStream.range(0, times).mapToDouble(time -> column.value(found.row().values(), 0, time)).toArray();
        return new WindowDrawing(x, values, column.byTime(found.numbers(kind)), most, Messages.text("explain.slopes.back"), column.name(),
                Visible.line(column.name()) + ": " + Messages.text(kind.key()));
    }

    /** Columns, that which counts most first. */
    static List<Integer> order(RowSlopes found, SlopeKind kind) {
        double[] shares = found.byColumn(kind);
        return IntStream.range(0, shares.length).boxed().sorted(Comparator.comparingDouble(i -> -Math.abs(shares[i]))).limit(MOST).toList();
    }

    /** Sums of these columns; {@code range} is along x, null for as far as they reach. Of any thread. */
    static ShareDrawing bars(RowSlopes found, SlopeKind kind, List<Integer> order, String feature, Range range) {
        double[] shares = found.byColumn(kind);
        List<ShareDrawing.Bar> bars = order.stream().map(i -> new ShareDrawing.Bar(found.columns().get(i).name(), shares[i], Double.NaN,
                Double.NaN, RowText.signed(shares[i], DIGITS))).toList();
        int strong = order.stream().map(i -> found.columns().get(i).name()).toList().indexOf(feature);
        return new ShareDrawing(bars, strong, range, found.asked().contender().style(),
                ExplainModel.words("explain.row.effect", found.asked()),
                bars.stream().map(bar -> bar.name() + ": " + bar.words()).collect(Collectors.joining("; ")));
    }

    /** What is said of what is pointed at. */
    static String said(ExplainModel model, RowSlopes found, SlopeKind kind, int number) {
        if (found.asked().site().isOfImages()) {
            return "";
        }
        if (found.asked().site().isSeries()) {
            ExplainedColumn column = column(found, model.featureName());
            double share = column.byTime(found.numbers(kind))[number];
            return Messages.text("explain.slopes.at", Visible.line(column.name()), Numbers.count(number + 1L - column.times()),
                    Numbers.significant(column.value(found.row().values(), 0, number), 4), RowText.signed(share, DIGITS));
        }
        return "";
    }
}

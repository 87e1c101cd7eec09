package downhill.ui.screen.state;

import downhill.analysis.step.StepRecord;
import downhill.analysis.step.StepStatistics;
import downhill.analysis.step.ValueHistogram;
import downhill.engine.graph.ParameterSlot;
import downhill.ui.chart.HistogramBars;
import downhill.ui.control.Labels;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

/**
 * One row for each array of the model: its sizes, and how its values and their gradients are spread. Where there is no width for
 * three columns, the spreads stand below the sizes, each under what it is of.
 */
final class ArrayRows extends Pane {
    private static final int BARS = 24;
    private static final double LOW = 34;
    private static final double HGAP = 14;
    private static final double VGAP = 8;
    /** Least and greatest width of the sizes beside spreads. */
    private static final double WORDS = 88;
    private static final double MOST_WORDS = 150;
    /** Least width of a spread beside others, where its ends need no more. */
    private static final double SPREAD = 100;

    private record Row(VBox words, Label name, Label sizes, Spread values, Spread gradients) {
        static Row of(String name) {
            Label title = Labels.plain(name, "strong");
            Label sizes = Labels.plain("", "secondary", "small");
            sizes.setWrapText(true);
            return new Row(new VBox(1, title, sizes), title, sizes, Spread.of("state.values"), Spread.of("state.gradients"));
        }

        Stream<Node> all() {
            return Stream.of(words, values.title(), values.box(), gradients.title(), gradients.box());
        }
    }

    /** A histogram with its ends below; its title is only in view where there is no heading above the column. */
    private record Spread(Label title, HistogramBars bars, Label ends, VBox box) {
        static Spread of(String key) {
            HistogramBars bars = new HistogramBars();
            bars.setPrefHeight(LOW);
            bars.setMinHeight(LOW);
            Label ends = Labels.plain("", "secondary", "small");
            ends.setMinWidth(USE_PREF_SIZE);
            return new Spread(Labels.secondary(key), bars, ends, new VBox(1, bars, ends));
        }

        void show(double[] values, String name) {
            ValueHistogram histogram = ValueHistogram.of(values, BARS);
            String words = Numbers.significant(histogram.low(), 2) + "\u2009…\u2009" + Numbers.significant(histogram.high(), 2);
            ends.setText(words);
            bars.setCounts(Arrays.stream(histogram.counts()).asDoubleStream().toArray());
            bars.setAccessibleText(Messages.text("state.spread", name, words));
        }
    }

    private final List<Label> headings = List.of(Labels.secondary("state.arrays"), Labels.secondary("state.values"),
            Labels.secondary("state.gradients"));
    private List<Row> rows = List.of();
    private List<String> shown = List.of();

    void show(StepRecord record) {
        List<ParameterSlot> slots = record.layout().slots();
        List<String> names = slots.stream().map(ParameterSlot::name).toList();
        if (!names.equals(shown)) {
            shown = names;
            rebuild(names);
        }
        List<StepStatistics.Part> parts = StepStatistics.of(record).arrays();
        for (int i = 0; i < rows.size(); i++) {
            show(rows.get(i), slots.get(i), parts.get(i), record);
        }
    }

    private void show(Row row, ParameterSlot slot, StepStatistics.Part part, StepRecord record) {
        row.name().setText(slot.name());
        row.sizes().setText(Messages.text("state.sizes", Numbers.significant(part.parameterNorm(), 2),
                Numbers.significant(part.gradientNorm(), 2),
                Numbers.significant(part.ratio(), 2)));
        row.values().show(StepStatistics.values(record.before(), slot), Messages.text("state.values.of", slot.name()));
        row.gradients().show(StepStatistics.values(record.gradient().total(), slot), Messages.text("state.gradients.of", slot.name()));
    }

    private void rebuild(List<String> names) {
        rows = names.stream().map(Row::of).toList();
        getChildren().setAll(Stream.concat(headings.stream(), rows.stream().flatMap(Row::all)).toList());
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return SPREAD;
    }

    @Override
    protected double computePrefWidth(double height) {
        return beside();
    }

    @Override
    protected double computePrefHeight(double width) {
        return arrange(width < 0 ? beside() : width, false);
    }

    @Override
    protected void layoutChildren() {
        arrange(getWidth(), true);
    }

    /** The least width of three columns. */
    private double beside() {
        return WORDS + 2 * (HGAP + leastSpread());
    }

    private double leastSpread() {
        return rows.stream().flatMap(row -> Stream.of(row.values(), row.gradients())).mapToDouble(one -> one.ends().prefWidth(-1))
                .reduce(SPREAD, Math::max);
    }

    /** Gives the height that all takes in this width; {@code really} puts it there. */
    private double arrange(double width, boolean really) {
        boolean beside = width >= beside();
        if (really) {
            headings.forEach(one -> one.setVisible(beside));
            rows.stream().flatMap(row -> Stream.of(row.values(), row.gradients())).forEach(one -> one.title().setVisible(!beside));
        }
        return beside ? besideEachOther(width, really) : belowEachOther(width, really);
    }

    private double besideEachOther(double width, boolean really) {
        double words = Math.max(WORDS, Math.min(MOST_WORDS, width - 2 * (HGAP + leastSpread())));
        double spread = (width - words - 2 * HGAP) / 2;
        double y = line(headings, 0, words, spread, really);
        for (Row row : rows) {
            y = line(List.of(row.words(), row.values().box(), row.gradients().box()), y + VGAP, words, spread, really);
        }
        return y;
    }

    /** Three nodes in a line; gives where it ends. */
    private static double line(List<? extends Node> three, double y, double words, double spread, boolean really) {
        double height = 0;
        double x = 0;
        for (int i = 0; i < three.size(); i++) {
            double width = i == 0 ? words : spread;
            height = Math.max(height, put(three.get(i), x, y, width, really));
            x += width + HGAP;
        }
        return y + height;
    }

    private double belowEachOther(double width, boolean really) {
        double y = 0;
        for (Row row : rows) {
            y += y > 0 ? VGAP : 0;
            for (Node node : row.all().toList()) {
                y += put(node, 0, y, width, really);
            }
        }
        return y;
    }

    private static double put(Node node, double x, double y, double width, boolean really) {
        double height = node.prefHeight(width);
        if (really) {
            node.resizeRelocate(x, y, width, height);
        }
        return height;
    }
}

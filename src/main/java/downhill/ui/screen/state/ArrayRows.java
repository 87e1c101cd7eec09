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
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One row for each array of the model: its sizes, and how its values and their gradients are spread. */
final class ArrayRows extends GridPane {
    private static final int BARS = 24;
    private static final double LOW = 34;

    private record Row(Label name, Label sizes, Spread values, Spread gradients) {
    }

    /** A histogram with its ends below. */
    private record Spread(HistogramBars bars, Label ends, VBox box) {
        static Spread empty() {
            HistogramBars bars = new HistogramBars();
            bars.setPrefHeight(LOW);
            bars.setMinHeight(LOW);
            Label ends = Labels.plain("", "secondary", "small");
            ends.setMinWidth(USE_PREF_SIZE);
            return new Spread(bars, ends, new VBox(1, bars, ends));
        }

        void show(double[] values, String name) {
            ValueHistogram histogram = ValueHistogram.of(values, BARS);
            String words = Numbers.significant(histogram.low(), 2) + "\u2009…\u2009" + Numbers.significant(histogram.high(), 2);
            ends.setText(words);
            bars.setCounts(Arrays.stream(histogram.counts()).asDoubleStream().toArray());
            bars.setAccessibleText(Messages.text("state.spread", name, words));
        }
    }

    private List<Row> rows = List.of();
    private List<String> shown = List.of();

    ArrayRows() {
        setHgap(14);
        setVgap(8);
        ColumnConstraints words = new ColumnConstraints();
        words.setMinWidth(88);
        ColumnConstraints bars = new ColumnConstraints(100, 110, Double.MAX_VALUE);
        bars.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(words, bars, bars);
    }

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
        rows = names.stream()
                .map(name -> new Row(Labels.plain(name, "strong"), Labels.plain("", "secondary", "small"), Spread.empty(), Spread.empty()))
                .toList();
        getChildren().clear();
        addRow(0, Labels.secondary("state.arrays"), Labels.secondary("state.values"), Labels.secondary("state.gradients"));
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            row.sizes().setWrapText(true);
            VBox words = new VBox(1, row.name(), row.sizes());
            addRow(i + 1, words, row.values().box(), row.gradients().box());
            GridPane.setValignment(words, VPos.TOP);
        }
    }
}

package downhill.ui.screen.explain;

import downhill.analysis.explain.ExplainedColumn;
import downhill.analysis.explain.ExplainedRows;
import downhill.data.ColumnType;
import downhill.data.Visible;
import downhill.ui.control.Buttons;
import downhill.ui.control.Choice;
import downhill.ui.control.Labels;
import downhill.ui.control.Rows;
import downhill.ui.control.ValueSpan;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Values of the row that is explained, to be changed: every picture follows. */
final class WhatIfScreen extends ExplainScreen {
    private static final double NAME = 150;
    private static final double VALUE = 84;
    private static final int DIGITS = 4;

    private final Label said = Labels.plain("", "strong");
    private final GridPane grid = new GridPane();
    private final VBox node = new VBox(12, said, Rows.scrolled(grid));
    private final List<Line> lines = new ArrayList<>();
    private final Button reset;
    private Object of;
    private boolean quiet;

    /** One feature's control. */
    private record Line(ExplainedColumn column, Slider slider, ValueSpan span, Choice<String> labels, SimpleStringProperty text) {
    }

    WhatIfScreen(ExplainModel model) {
        super(model, "whatif", model.work().probe());
        said.setId("explain-whatif-said");
        grid.setId("explain-whatif");
        grid.setHgap(12);
        grid.setVgap(10);
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(new ColumnConstraints(NAME), wide, new ColumnConstraints(VALUE));
        VBox.setVgrow(node.getChildren().get(1), Priority.ALWAYS);
        reset = Buttons.ghost("explain.whatif.reset", () -> model.changedProperty().set(null));
        reset.setId("explain-whatif-reset");
        options.getChildren().setAll(reset);
        attached.listen(model.work().probe().answerProperty(), now -> refresh());
        attached.listen(model.changedProperty(), now -> refresh());
    }

    @Override
    protected void watch(boolean on) {
        model.work().probe().watch(this, on);
    }

    @Override
    protected Node picture() {
        Probe now = model.work().probe().answer();
        if (now == null) {
            return null;
        }
        if (of != now.asked().site()) {
            of = now.asked().site();
            fill(now);
        }
        boolean changed = model.changedProperty().get() != null;
        reset.setDisable(!changed);
        said.setText(Messages.text(now.changed() ? "explain.whatif.changed" : "explain.whatif.said", RowText.number(now.tableRow()),
                ExplainModel.words(now.asked(), now.why().said())));
        show(changed ? model.changedProperty().get() : now.values());
        return node;
    }

    private void fill(Probe now) {
        lines.clear();
        grid.getChildren().clear();
        ExplainedRows rows = model.work().training(now.asked());
        for (ExplainedColumn column : now.columns()) {
            line(column, rows);
        }
    }

    private void line(ExplainedColumn column, ExplainedRows rows) {
        SimpleStringProperty text = new SimpleStringProperty("");
        Label name = Labels.shortened(Labels.plain(Visible.line(column.name()), "secondary"));
        Label value = Labels.bound(text);
        Line line;
        Node control;
        if (column.isLabels()) {
            Choice<String> labels = new Choice<String>(new SimpleStringProperty(column.name()), column.categories(), Visible::line)
                    .start(null, chosen -> change(column, column.categories().indexOf(chosen)));
            line = new Line(column, null, null, labels, text);
            control = labels;
        } else {
            ValueSpan span = ValueSpan.of(values(column, rows)).orElse(null);
            if (span == null) {
                return; // a column of one value can't be changed within what there is
            }
            Slider slider = slider(column, span, text);
            line = new Line(column, slider, span, null, text);
            control = slider;
        }
        int at = lines.size();
        lines.add(line);
        name.setLabelFor(control);
        grid.addRow(at, name, control, value);
    }

    private Slider slider(ExplainedColumn column, ValueSpan span, SimpleStringProperty text) {
        Slider slider = new Slider(span.from(), span.to(), span.from());
        slider.setId("explain-whatif-" + column.name());
        slider.setBlockIncrement(span.stride());
        slider.setMaxWidth(Double.MAX_VALUE);
        slider.accessibleTextProperty().bind(Messages.following(
                () -> Messages.text("slider.at", Visible.line(column.name()), text.get()), text));
        slider.valueProperty().addListener((source, old, now) -> change(column, span.value(now.doubleValue())));
        return slider;
    }

    private static double[] values(ExplainedColumn column, ExplainedRows rows) {
        return IntStream.range(0, rows.count()).mapToDouble(row -> column.value(rows.values(), row * rows.size())).map(value ->
                column.type() == ColumnType.DATE ? Math.rint(value) : tidy(value)).toArray();
    }

    /** Computed back from what the model is given, 2190 comes as 2190.0000000000005. */
    private static double tidy(double value) {
        return Double.isFinite(value) ? Double.parseDouble(String.format(Locale.ROOT, "%.9g", value)) : value;
    }

    private void change(ExplainedColumn column, double value) {
        Probe now = model.work().probe().answer();
        if (quiet || now == null) {
            return;
        }
        double[] before = model.changedProperty().get();
        double[] values = (before == null ? now.values() : before).clone();
        column.write(value, values, 0);
        if (!Arrays.equals(values, before)) {
            model.changedProperty().set(values);
        }
    }

    private void show(double[] values) {
        quiet = true;
        for (Line line : lines) {
            double value = line.column().value(values, 0);
            if (line.labels() != null) {
                line.labels().setValue(value < 0 ? null : line.column().categories().get((int) value));
            } else {
                line.slider().setValue(line.span().place(value));
                line.text().set(line.column().type() == ColumnType.DATE ? line.column().text(Math.rint(value))
                        : Numbers.significant(value, DIGITS));
            }
        }
        quiet = false;
    }
}

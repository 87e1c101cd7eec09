package downhill.ui.screen.explain;

import downhill.analysis.explain.ExplainedColumn;
import downhill.data.ColumnType;
import downhill.data.Visible;
import downhill.ui.chart.ForceDrawing;
import downhill.ui.chart.PickChart;
import downhill.ui.chart.WaterfallDrawing;
import downhill.ui.control.Card;
import downhill.ui.control.Choice;
import downhill.ui.control.Labels;
import downhill.ui.control.Rows;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Why the model says what it says of the row that is chosen: from the mean, share by share, to the prediction. */
final class WhyCard {
    private static final int MOST = 8;
    private static final double LEAST = 230;
    /** Of what is said, below which shares and prediction count as equal. */
    private static final double EXACT = 1e-6;

    private final ExplainModel model;
    private final PickChart chart = new PickChart();
    private final Label which = Labels.plain("", "link-like");
    private final Label words = Labels.plain("", "secondary");
    private final Card card = new Card(Messages.binding("explain.why"));
    private final WorkStrip strip;
    private final Subscriptions attached = new Subscriptions();
    private final Choice<Shape> shape;
    private List<Integer> order = List.of();
    private boolean active;

    /** How shares are drawn. */
    private enum Shape {
        WATERFALL("explain.why.waterfall"), FORCE("explain.why.force");

        private final String key;

        Shape(String key) {
            this.key = key;
        }
    }

    WhyCard(ExplainModel model) {
        this.model = model;
        strip = new WorkStrip(List.of(model.work().probe(), model.work().slopes()));
        card.setId("explain-why");
        which.setId("explain-why-row");
        words.setId("explain-why-words");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        chart.setId("explain-waterfall");
        chart.setMinHeight(LEAST);
        chart.setPrefHeight(LEAST);
        chart.setPicked(this::picked);
        chart.setWords(this::said);
        attached.bind(chart.titleProperty(), Messages.binding("explain.why"));
        attached.bind(chart.emptyTextProperty(), Messages.binding("explain.why.empty"));
        VBox.setVgrow(chart, Priority.ALWAYS);
        shape = new Choice<Shape>(Messages.binding("explain.why.shape"), List.of(Shape.values()), each -> Messages.text(each.key))
                .start(Shape.WATERFALL, now -> show());
        shape.getStyleClass().add(Choice.QUIET);
        shape.setId("explain-why-shape");
        shape.managedProperty().bind(shape.visibleProperty());
        card.actions(which, shape);
        card.setContent(chart, Rows.divider(), words, strip.node());
        attached.listen(model.work().probe().answerProperty(), now -> show());
        attached.listen(model.work().slopes().answerProperty(), now -> show());
        attached.listen(model.askedProperty().map(now -> now.site()).orElse(null), now -> show());
        attached.listen(model.featureProperty(), now -> show());
        attached.listen(Messages.languageProperty(), now -> show());
        attached.add(chart::dispose);
        show();
    }

    VBox node() {
        return card;
    }

    /** It is in view, or no longer. */
    void setActive(boolean on) {
        active = on;
        model.work().probe().watch(this, on);
        show();
    }

    private boolean isOfImages() {
        return model.askedProperty().get() != null && model.askedProperty().get().site().isOfImages();
    }

    private void show() {
        model.work().slopes().watch(this, active && isOfImages());
        shape.setVisible(!isOfImages());
        if (isOfImages()) {
            image(model.isUntrained() ? null : model.work().slopes().answer());
            return;
        }
        Probe now = model.isUntrained() || model.askedProperty().get() == null ? null : model.work().probe().answer();
        if (now == null) {
            nothing();
            return;
        }
        double[] shares = now.why().shares();
        order = IntStream.range(0, shares.length).boxed().sorted(Comparator.comparingDouble(i -> -Math.abs(shares[i])))
                .limit(shares.length > MOST ? MOST - 1 : MOST).toList();
        String row = RowText.number(now.tableRow());
        which.setText(Messages.text(now.changed() ? "explain.why.changed" : "explain.why.row", row));
        words.setText(sentence(now));
        String base = ExplainModel.words(now.asked(), now.why().base());
        WaterfallDrawing drawn = new WaterfallDrawing(now.why().base(), steps(now), order.indexOf(model.feature(now.columns())),
                Messages.text("explain.why.base", base), ExplainModel.words(now.asked(), now.why().said()), words.getText());
        chart.show(shape.getValue() == Shape.FORCE ? new ForceDrawing(drawn) : drawn);
    }

    private void nothing() {
        chart.show(new WaterfallDrawing(0, List.of(), -1, "", "", ""));
        which.setText("");
        words.setText("");
    }

    /** Which pixels speak for what is said, and which against it. */
    private void image(RowSlopes found) {
        if (found == null || !found.asked().site().isOfImages()) {
            nothing();
            return;
        }
        which.setText(Messages.text("explain.why.row", RowText.number(found.row().sourceRows()[0])));
        words.setText(SlopePicture.words(found));
        chart.show(SlopePicture.overlay(found));
    }

    private List<WaterfallDrawing.Step> steps(Probe now) {
        List<WaterfallDrawing.Step> steps = new ArrayList<>();
        int decimals = RowText.decimals(now.why().shares());
        order.forEach(i -> steps.add(new WaterfallDrawing.Step(named(now, now.columns().get(i)), now.why().shares()[i],
                RowText.signedTo(now.why().shares()[i], decimals))));
        int others = now.why().shares().length - order.size();
        if (others > 0) {
            double[] shares = now.why().shares();
            double rest = IntStream.range(0, shares.length).filter(i -> !order.contains(i)).mapToDouble(i -> shares[i]).sum();
            steps.add(new WaterfallDrawing.Step(Messages.text("explain.why.others", Numbers.count(others)), rest,
                    RowText.signedTo(rest, decimals)));
        }
        return steps;
    }

    private static String named(Probe now, ExplainedColumn column) {
        String value = column.times() > 1 ? null : column.text(column.value(now.values(), 0));
        boolean number = value != null && !column.isLabels() && column.type() != ColumnType.DATE;
        String shown = number ? Numbers.significant(column.value(now.values(), 0), 4) : value;
        return Visible.line(shown == null ? column.name() : column.name() + " = " + shown);
    }

    private String sentence(Probe now) {
        double sum = now.why().base() + IntStream.range(0, now.why().shares().length).mapToDouble(i -> now.why().shares()[i]).sum();
        boolean whole = Math.abs(sum - now.why().said()) <= EXACT * Math.max(1, Math.abs(now.why().said()));
        String how = Messages.text(now.why().noise() == 0 && whole ? "explain.why.exact" : "explain.why.about",
                Numbers.significant(now.why().noise(), 2));
        return Messages.text("explain.why.words", ExplainModel.words(now.asked(), now.why().said())) + how;
    }

    private void picked(int step) {
        Probe now = model.work().probe().answer();
        if (now != null && !isOfImages() && step < order.size()) {
            model.chooseFeature(now.columns().get(order.get(step)).name());
        }
    }

    private String said(int step) {
        Probe now = model.work().probe().answer();
        return now == null || isOfImages() || step >= order.size() ? "" : named(now, now.columns().get(order.get(step))) + ": "
                + RowText.signed(now.why().shares()[order.get(step)], 3);
    }

    /** Once a frame. */
    void frame() {
        strip.frame();
    }

    void dispose() {
        attached.dispose();
    }
}

package downhill.ui.screen.state;

import downhill.analysis.step.MatrixStep;
import downhill.ui.chart.ChartPane;
import downhill.ui.chart.LineChart;
import downhill.ui.chart.LineOptions;
import downhill.ui.chart.LinkedViews;
import downhill.ui.control.Choice;
import downhill.ui.control.EmptyState;
import downhill.ui.control.Labels;
import downhill.ui.control.Rows;
import downhill.ui.control.WrapRow;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.panel.MatrixView;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The state of an optimizer in charts. */
final class StateView {
    private final LineChart norms = new LineChart();
    private final LineChart ratio = new LineChart();
    private final ChartPane each = new ChartPane();
    private final ChartPane weights = new ChartPane();
    private final ChartPane gradients = new ChartPane();
    private final ArrayRows arrays = new ArrayRows();
    private final WrapRow options = new WrapRow(8);
    private final Label whose = Labels.shortened(Labels.plain("", "secondary", "option"));
    private final StackPane content = new StackPane();
    private final Label failure = Labels.plain("", "empty-text");
    private final Node empty = new EmptyState("state.none", "state.none.how");
    private final VBox charts;
    private final HBox present;
    private final HBox over;
    private final VBox matrices = new VBox(14);
    private final ScrollPane whole = Rows.scrolled(matrices);
    private final Subscriptions attached = new Subscriptions();
    private final Choice<Quantity> choice;
    private final Choice<String> array;

    StateView(Consumer<Quantity> chosen, Consumer<String> arrayChosen, DoubleProperty hoverStep) {
        choice = new Choice<Quantity>(Messages.binding("state.each"), List.of(), Quantity::words).start(Quantity.RATE, chosen);
        choice.setId("state-quantity");
        array = new Choice<String>(Messages.binding("state.array"), List.of(),
                name -> name.isEmpty() ? Messages.text("state.array.all") : name).start("", arrayChosen);
        array.setId("state-array");
        array.managedProperty().bind(array.visibleProperty());
        attached.bind(norms.titleProperty(), Messages.binding("state.norms"));
        attached.bind(ratio.titleProperty(), Messages.binding("state.ratio"));
        attached.bind(each.titleProperty(), Messages.binding("state.each"));
        attached.bind(weights.titleProperty(), Messages.binding("state.values"));
        attached.bind(gradients.titleProperty(), Messages.binding("state.gradients"));
        LinkedViews.across(attached, ratio.viewProperty(), norms.viewProperty());
        LinkedViews.across(attached, gradients.viewProperty(), weights.viewProperty());
        attached.bindBoth(norms.hoverXProperty(), hoverStep);
        attached.bindBoth(ratio.hoverXProperty(), hoverStep);
        ScrollPane scroll = Rows.scrolled(arrays);
        HBox upper = row(norms, ratio);
        present = row(each, scroll);
        over = row(weights, gradients);
        charts = new VBox(10, upper, present);
        VBox.setVgrow(upper, Priority.ALWAYS);
        upper.setPrefHeight(200);
        for (HBox lower : List.of(present, over)) {
            VBox.setVgrow(lower, Priority.ALWAYS);
            lower.setPrefHeight(260);
        }
        VBox.setVgrow(whole, Priority.ALWAYS);
        whole.setPrefHeight(260);
        failure.setWrapText(true);
        options.setAlignment(Pos.CENTER_RIGHT);
        options.getChildren().setAll(whose, array, choice);
        options.setVisible(false);
        for (Node one : List.of(array, choice)) {
            one.getStyleClass().add("quiet");
        }
        content.getChildren().setAll(empty);
    }

    private static HBox row(Node left, Node right) {
        HBox row = new HBox(14, left, right);
        for (Node half : List.of(left, right)) {
            HBox.setHgrow(half, Priority.ALWAYS);
            ((javafx.scene.layout.Region) half).setPrefWidth(320);
            ((javafx.scene.layout.Region) half).setMinHeight(80);
        }
        row.setMinHeight(80);
        return row;
    }

    Node content() {
        return content;
    }

    Node options() {
        return options;
    }

    void show(StateModel model) {
        String problem = model.feed().problemProperty().get();
        if (model.record() == null || model.feed().contender() == null) {
            failure.setText(problem);
            content.getChildren().setAll(problem.isEmpty() ? empty : failure);
            options.setVisible(false);
            return;
        }
        if (!content.getChildren().contains(charts)) {
            content.getChildren().setAll(charts);
        }
        offer(model);
        whose.setText(Messages.text("state.whose", model.feed().contender().name(), Numbers.count(model.record().step())));
        LineOptions plain = LineOptions.PLAIN.titled(Messages.text("race.step"), "").log(true).at(model.record().step());
        norms.show(plain.titled(Messages.text("race.step"), Messages.text("state.norms")),
                model.norms());
        ratio.show(plain.titled(Messages.text("race.step"), Messages.text("state.ratio")),
                model.ratio());
        boolean spread = model.quantity().equals(Quantity.SPREAD);
        boolean pictures = model.quantity().equals(Quantity.MATRICES);
        Node below = spread ? over : present;
        charts.getChildren().set(1, pictures ? whole : below);
        each.setFilm(model::film);
        for (ChartPane one : List.of(weights, gradients)) {
            one.emptyTextProperty().set(problem.isEmpty() ? Messages.text("state.over.soon") : problem);
        }
        if (pictures) {
            show(model.matrices());
        } else if (spread) {
            weights.show(model.drawing(false, Messages.text("state.values")));
            gradients.show(model.drawing(true, Messages.text("state.gradients")));
        } else {
            each.show(model.perParameter());
            arrays.show(model.record());
        }
    }

    private void show(List<MatrixStep> steps) {
        while (matrices.getChildren().size() < steps.size()) {
            matrices.getChildren().add(new MatrixView());
        }
        matrices.getChildren().remove(steps.size(), matrices.getChildren().size());
        for (int i = 0; i < steps.size(); i++) {
            ((MatrixView) matrices.getChildren().get(i)).show(steps.get(i));
        }
    }

    /** The controls stay while what they offer changes: whoever goes through a list by keyboard keeps the focus. */
    private void offer(StateModel model) {
        List<Quantity> quantities = model.quantities();
        if (!quantities.contains(model.quantity())) {
            model.choose(Quantity.RATE);
        }
        choice.offer(quantities, model.quantity());
        array.offer(model.arrayNames(), model.arrayNames().contains(model.array()) ? model.array() : "");
        array.setVisible(model.quantity().equals(Quantity.SPREAD));
        options.setVisible(true);
    }

    void dispose() {
        weights.dispose();
        gradients.dispose();
        attached.dispose();
        norms.dispose();
        ratio.dispose();
        each.dispose();
    }
}

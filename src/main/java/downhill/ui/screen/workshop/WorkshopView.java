package downhill.ui.screen.workshop;

import downhill.analysis.sweep.Phase;
import downhill.expr.FormulaException;
import downhill.optim.Rule;
import downhill.ui.chart.CategoryDrawing;
import downhill.ui.chart.ChartPane;
import downhill.ui.control.Buttons;
import downhill.ui.control.Choice;
import downhill.ui.control.FormulaText;
import downhill.ui.control.Labels;
import downhill.ui.control.MarkedTextArea;
import downhill.ui.control.Rows;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.RuleWords;
import downhill.ui.i18n.Spoken;
import downhill.ui.theme.Theme;
import java.nio.file.Path;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

/** The text at the left; at the right the formula and what it does on a quadratic. */
final class WorkshopView {
    /** Height of the text where the formula is below it. Points. */
    private static final double STACKED = 236;
    /** Height of the picture there. Points. */
    private static final double LOW = 190;

    private final WorkshopModel model;
    private final MarkedTextArea marked = new MarkedTextArea();
    private final TextArea text = marked.text();
    private final Button problem = Buttons.link("workshop.jump", this::jump);
    private final VBox formula = new VBox(4);
    private final ChartPane chart = new ChartPane();
    private final FlowPane legend = new FlowPane(12, 4);
    private final Button race = new Button();
    private final Label saved = Labels.plain("", "secondary");
    private final Pane node;
    private final Subscriptions attached = new Subscriptions();

    /** {@code stacked} where there is no width for both halves beside each other. */
    WorkshopView(WorkshopModel model, boolean stacked) {
        this.model = model;
        text.setId("workshop-text");
        text.getStyleClass().add("rule-text");
        text.setPrefSize(520, 400);
        text.accessibleTextProperty().bind(Messages.binding("workshop.text"));
        attached.bindBoth(text.textProperty(), model.textProperty());
        problem.setId("workshop-problem");
        problem.textProperty().unbind();
        problem.getStyleClass().add("danger-text");
        problem.setWrapText(true);
        Labels.shortened(problem);
        problem.setPrefWidth(1); // as wide as the text above: a long sentence moves nothing aside
        problem.setAlignment(Pos.TOP_LEFT);
        problem.setMinHeight(44);
        problem.setPrefHeight(44);
        problem.setMaxWidth(Double.MAX_VALUE);
        attached.bind(chart.titleProperty(), Messages.binding("workshop.phase"));
        attached.bind(chart.emptyTextProperty(), Messages.binding("workshop.phase.none"));
        chart.setId("workshop-phase");
        chart.setPrefSize(420, 260);
        chart.setMinHeight(220);
        formula.setMinHeight(110);
        attached.listen(legend.sceneProperty().flatMap(Theme::of), now -> legend());
        VBox left = new VBox(8, from(), marked, problem);
        VBox right = new VBox(8, formula, Rows.divider(), Labels.styled(Labels.of("workshop.phase"), "strong"), chart, legend);
        node = stacked ? new VBox(12, left, right) : new HBox(20, left, right);
        if (stacked) {
            text.setPrefSize(1, STACKED);
            problem.managedProperty().bind(problem.visibleProperty());
            formula.setMinHeight(Region.USE_PREF_SIZE);
            chart.setMinHeight(LOW);
            chart.setPrefHeight(LOW);
            return;
        }
        HBox.setHgrow(left, Priority.ALWAYS);
        right.setPrefWidth(430);
        right.setMinWidth(380);
    }

    Pane node() {
        return node;
    }

    /** {@code close} is null where there is nothing to close. */
    Node[] actions(Runnable open, Runnable save, Runnable close, Runnable send) {
        race.textProperty().bind(Messages.binding("workshop.race"));
        race.getStyleClass().add("primary");
        race.setId("workshop-race");
        race.setOnAction(event -> send.run());
        Stream<Node> leave = close == null ? Stream.of() : Stream.of(Buttons.ghost("sheet.close", close));
        Stream<Node> files = Stream.of(Buttons.ghost("workshop.open", open), Buttons.ghost("workshop.save", save), saved, Rows.space());
        return Stream.of(files, leave, Stream.of(race)).flatMap(one -> one).toArray(Node[]::new);
    }

    void focus() {
        text.requestFocus();
    }

    /** Shows the rule, or where there is none, what is wrong. */
    void show(Rule rule) {
        saved.setText("");
        race.setDisable(rule == null);
        legend();
        FormulaException wrong = model.problemProperty().get();
        problem.setText(rule != null || wrong == null ? ""
                : Messages.text("workshop.problem", wrong.line(), wrong.column(), Spoken.text(wrong.what())));
        problem.setAccessibleText(problem.getText());
        problem.setVisible(rule == null);
        boolean faulty = rule == null && wrong != null;
        marked.mark(faulty ? model.problemStart() : -1, faulty ? model.problemEnd() : -1);
        if (rule != null) {
            formula.getChildren().setAll(Labels.plain(RuleWords.name(rule), "strong"), FormulaText.of(rule));
        }
        formula.setOpacity(rule == null ? 0.4 : 1);
    }

    void show(CategoryDrawing phases) {
        chart.show(phases);
    }

    void noPlot() {
        chart.setOpacity(model.ruleProperty().get() == null ? 0.4 : 1);
    }

    void saved(Path file) {
        saved.setText(Messages.text("takeaway.saved", file.getFileName()));
    }

    void dispose() {
        attached.dispose();
        chart.dispose();
    }

    private HBox from() {
        Choice<Rule> rule = new Choice<Rule>(Messages.binding("workshop.fork"), model.builtIn(), RuleWords::name);
        rule.setId("workshop-fork");
        attached.bind(rule.promptTextProperty(), Messages.binding("workshop.fork.prompt"));
        rule.valueProperty().addListener((source, old, now) -> model.fork(now));
        return Rows.field(Messages.binding("workshop.fork"), rule);
    }

    /** The caret goes to what is wrong and marks it. */
    private void jump() {
        if (model.problemProperty().get() != null) {
            text.requestFocus();
            text.selectRange(model.problemStart(), model.problemEnd());
        }
    }

    /** What the colours mean, in those of the theme now worn. */
    void legend() {
        chart.setOpacity(1);
        legend.getChildren().clear();
        for (Phase phase : Phase.values()) {
            java.awt.Color colour = Workshop.colour(Theme.of(node).palette(), phase.ordinal());
            Rectangle sample = new Rectangle(14, 14, javafx.scene.paint.Color.rgb(colour.getRed(), colour.getGreen(), colour.getBlue()));
            HBox entry = new HBox(6, sample, Labels.plain(Messages.text(Workshop.key(phase)), "secondary"));
            entry.setAlignment(Pos.CENTER_LEFT);
            legend.getChildren().add(entry);
        }
    }
}

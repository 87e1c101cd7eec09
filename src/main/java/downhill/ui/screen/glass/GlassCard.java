package downhill.ui.screen.glass;

import downhill.analysis.step.GlassBox;
import downhill.analysis.step.MatrixStep;
import downhill.race.document.ContenderSpec;
import downhill.ui.control.Card;
import downhill.ui.control.EmptyState;
import downhill.ui.control.Labels;
import downhill.ui.control.Rows;
import downhill.ui.control.SearchChoice;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.panel.MatrixView;
import downhill.ui.session.CurvatureFeed;
import downhill.ui.session.Session;
import downhill.ui.session.StepFeed;
import java.util.List;
import java.util.Map;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;

/** The glass box: one step of one parameter of the chosen contender, term by term. */
public final class GlassCard {
    private final GlassModel model;
    private final Card card = new Card(Messages.binding("glass.title"));
    private final Label head = Labels.plain("", "strong");
    private final VBox lines = new VBox(3);
    private final StepArrows arrows = new StepArrows();
    private final MatrixView matrix = new MatrixView();
    private final GaugeRow gauge = new GaugeRow();
    private final CurvatureFeed curvature;
    private final Label sentence = Labels.plain("", "secondary");
    private final Subscriptions attached = new Subscriptions();
    private SearchChoice choice;
    private List<String> names = List.of();
    private boolean empty;
    private String whyEmpty = "";

    /** The card of {@code session}, fed by {@code feed}. */
    public GlassCard(Session session, StepFeed feed) {
        this(session, feed, null);
    }

    /** @param curvature tells the gauge of the step, too; null for none */
    public GlassCard(Session session, StepFeed feed, CurvatureFeed curvature) {
        this.curvature = curvature;
        model = new GlassModel(session, feed);
        card.setId("glass-card");
        head.setId("glass-head");
        Labels.shortened(head);
        sentence.setId("glass-sentence");
        sentence.setWrapText(true);
        sentence.setMinHeight(Label.USE_PREF_SIZE);
        lines.setId("glass-lines");
        attached.listen(feed.recordProperty(), now -> model.refresh());
        attached.listen(session.experimentProperty(), now -> model.refresh());
        attached.listen(model.toldProperty(), now -> refresh());
        matrix.setId("glass-matrix");
        matrix.managedProperty().bind(matrix.visibleProperty());
        attached.follow(model.matrixProperty(), now -> showMatrix());
        attached.listen(Messages.languageProperty(), now -> showMatrix());
        if (curvature != null) {
            attached.listen(curvature.revisionProperty(), now -> showGauge());
        }
        attached.listen(feed.problemProperty(), now -> refresh());
        attached.listen(Messages.languageProperty(), now -> refresh());
        refresh();
    }

    /** The card. */
    public VBox node() {
        return card;
    }

    /** Makes it part of another card. */
    public void embed() {
        card.embed();
    }

    /** In view it follows the race; out of view it costs nothing. */
    public void setActive(boolean on) {
        model.feed().watch(this, on);
        if (curvature != null) {
            curvature.glance(this, on);
        }
    }

    /** The parameter after the step as shown, in full; NaN where nothing is. For tests. */
    public double next() {
        return model.toldProperty().get() == null ? Double.NaN : model.toldProperty().get().box().next();
    }

    /** Number of updates before the step told; −1 where nothing is. */
    public long step() {
        return model.toldProperty().get() == null ? -1 : model.toldProperty().get().box().step();
    }

    /** Index of the parameter looked at; −1 before there is one. */
    public int parameter() {
        return model.parameter();
    }

    /** The same; cards that share it tell of the same parameter. */
    public IntegerProperty parameterProperty() {
        return model.parameterProperty();
    }

    /** Detaches everything. */
    public void dispose() {
        setActive(false);
        attached.dispose();
    }

    private void refresh() {
        Told told = model.toldProperty().get();
        if (told == null) {
            showEmpty();
            return;
        }
        if (empty || choice == null || !model.names().equals(names)) {
            build();
        }
        choice.valueProperty().set(model.parameter());
        GlassBox box = told.box();
        head.setText(Messages.text("glass.head", told.contender(), Numbers.count(box.step()), Numbers.count(box.step() + 1)));
        lines.getChildren().setAll(rows(told));
        arrows.show(told);
        showGauge();
        sentence.setText(Sentence.of(told));
    }

    private void showGauge() {
        Told told = model.toldProperty().get();
        if (curvature != null && told != null && model.feed().contender() != null) {
            gauge.show(curvature, model.feed().contender().id(), told.contender(), told.box().step());
        }
    }

    private void showMatrix() {
        MatrixStep step = model.matrixProperty().get();
        matrix.setVisible(step != null);
        if (step != null) {
            matrix.show(step);
        }
    }

    private void showEmpty() {
        String problem = model.feed().problemProperty().get();
        if (!empty || !problem.equals(whyEmpty)) {
            empty = true;
            whyEmpty = problem;
            card.setContent(problem.isEmpty() ? new EmptyState("glass.none", "glass.none.how")
                    : Rows.paragraph(new ReadOnlyStringWrapper(problem)));
        }
    }

    private void build() {
        empty = false;
        names = model.names();
        choice = new SearchChoice(Messages.binding("glass.parameter"), names);
        choice.setId("glass-parameter");
        choice.valueProperty().set(model.parameter());
        choice.valueProperty().addListener((source, old, now) -> {
            if (now.intValue() != model.parameter()) {
                model.choose(now.intValue());
            }
        });
        card.setContent(head, choice, lines, matrix, arrows, gauge, Rows.divider(), sentence);
    }

    private static List<Node> rows(Told told) {
        java.util.ArrayList<Node> rows = new java.util.ArrayList<>();
        rows.addAll(gradient(told.box()));
        for (int i = 0; i < told.lines().size(); i++) {
            RuleLines.Line line = told.lines().get(i);
            if (!line.corrected().isEmpty()) {
                rows.add(NumbersText.corrected(line.corrected()));
            }
            if (line.matrix()) {
                rows.add(new NumbersText().symbol(line.target()).plain(" ← ").numbers(line.numbers()).plain(", ").words("glass.matrix")
                        .flow());
                continue;
            }
            boolean last = line.target().equals(downhill.optim.Rule.PARAMETERS);
            NumbersText text = new NumbersText().symbol(line.target()).plain(" ← ").numbers(line.numbers()).plain(" = ");
            rows.add((last ? text.strong(Figures.parameter(line.value(), told.box().change())) : text.live(Figures.of(line.value())))
                    .flow());
        }
        if (told.lines().isEmpty()) {
            GlassBox box = told.box();
            rows.add(new NumbersText().symbol("θ").plain(" ← ").live(Figures.parameter(box.theta(), box.change()))
                    .plain(box.change() < 0 ? " − " : " + ")
                    .live(Figures.of(Math.abs(box.change()))).plain(" = ").strong(Figures.parameter(box.next(), box.change())).flow());
            rows.add(Rows.paragraph(Messages.binding("glass.method")));
        }
        return rows;
    }

    /** The gradient, and its parts where it has more than one. */
    private static List<Node> gradient(GlassBox box) {
        NumbersText text = new NumbersText().words("glass.gradient").symbol("g").plain(" = ");
        boolean parts = box.penalty() != 0 || box.clipping() != 1 || box.decay() != 0;
        if (!parts) {
            return List.of(text.live(Figures.of(box.gradient())).flow());
        }
        java.util.ArrayList<Node> rows = new java.util.ArrayList<>();
        rows.add(part("glass.gradient.data", box.dataGradient()));
        for (Map.Entry<String, Double> one : Map.of("glass.gradient.penalty", box.penalty(), "glass.gradient.decay", box.decay())
                .entrySet()) {
            if (one.getValue() != 0) {
                rows.add(part(one.getKey(), one.getValue()));
            }
        }
        if (box.clipping() != 1) {
            rows.add(part("glass.gradient.clipping", box.clipping()));
        }
        boolean sum = box.penalty() != 0 && box.clipping() != 1;
        text.plain(sum ? "(" : "").live(Figures.of(box.dataGradient()));
        term(text, box.penalty());
        text.plain(sum ? ")" : "");
        if (box.clipping() != 1) {
            text.plain("·").live(Figures.factor(box.clipping()));
        }
        term(text, box.decay());
        rows.add(text.plain(" = ").live(Figures.of(box.gradient())).flow());
        return rows;
    }

    private static Node part(String key, double value) {
        return new NumbersText().words(key).live(Figures.of(value)).flow();
    }

    private static void term(NumbersText text, double value) {
        if (value != 0) {
            text.plain(value < 0 ? " − " : " + ").live(Figures.of(Math.abs(value)));
        }
    }

    /** Puts the step in LaTeX on the clipboard. */
    public void copy() {
        Told told = model.toldProperty().get();
        if (told != null) {
            ClipboardContent content = new ClipboardContent();
            content.putString(LatexText.of(told));
            Clipboard.getSystemClipboard().setContent(content);
        }
    }
}

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
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;

/** The glass box: one step of one parameter of the chosen contender, term by term. */
public final class GlassCard {
    private final GlassModel model;
    private final Card card = new Card(Messages.binding("glass.title"));
    private final Label head = Labels.plain("", "strong");
    private final GlassLines lines = new GlassLines();
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
        lines.show(told);
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

package downhill.ui.screen.model;

import downhill.model.Architecture;
import downhill.model.Family;
import downhill.model.InputShape;
import downhill.model.ModelException;
import downhill.model.ModelSettings;
import downhill.model.ModelSpec;
import downhill.model.ModelSummary;
import downhill.race.document.Problem;
import downhill.setting.OneOf;
import downhill.setting.Part;
import downhill.ui.command.Command;
import downhill.ui.command.Shortcuts;
import downhill.ui.control.Labels;
import downhill.ui.control.Rows;
import downhill.ui.control.ValueRow;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.Spoken;
import downhill.ui.i18n.Term;
import downhill.ui.screen.SessionCard;
import downhill.ui.session.LoadedData;
import downhill.ui.session.Session;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;

/** What learns, in a few lines at the left of the window. */
public final class ModelCard extends SessionCard {
    /** Letters of a line. */
    private static final int ONE_LINE = 34;
    private String gist = "";

    /** The card of {@code session}; {@code edit} opens the editor. */
    public ModelCard(Session session, Runnable edit) {
        super(session, "model-card", "model.title", "model.edit",
                Command.of("experiment.model", "menu.experiment.model", edit).on(Shortcuts.ctrl(KeyCode.M)));
        show();
    }

    @Override
    protected void refresh() {
        if (session.experiment() == null || !(session.experiment().problem() instanceof Problem.Learning learning)) {
            gist = Messages.text("model.none.short");
            card.setContent(Rows.paragraph(Messages.binding("model.none")));
            return;
        }
        show(learning.model());
    }

    @Override
    protected String gist() {
        return gist;
    }

    /** Sizes too long to stand beside the family's name have a line of their own. */
    private static void family(VBox rows, String name, String sizes) {
        boolean beside = name.length() + sizes.length() <= ONE_LINE;
        rows.getChildren().add(new ValueRow(new SimpleStringProperty(name)).value(beside ? sizes : ""));
        if (!beside) {
            Label below = Labels.plain(sizes, "architecture");
            below.setWrapText(true);
            below.setMinHeight(Label.USE_PREF_SIZE);
            rows.getChildren().add(below);
        }
    }

    /** What is no size is not told by the outline. */
    private static <T> void choice(VBox rows, Architecture architecture, Part<Architecture, T> part) {
        T value = part.value().apply(architecture);
        if (value != null && part.setting().kind() instanceof OneOf) {
            rows.getChildren().add(new ValueRow(Spoken.binding(part.setting().label())).meaning(Term.of(part.setting().key()))
                    .value(Spoken.text(part.setting().named(value))));
        }
    }

    private void show(ModelSpec model) {
        VBox rows = new VBox();
        LoadedData data = session.dataProperty().get();
        ModelSummary summary = null;
        String problem = "";
        if (data != null && data.isUsable()) {
            try {
                summary = ModelSummary.of(model, InputShape.of(data.prepared().inputShape()), data.prepared().outputs());
            } catch (ModelException e) {
                problem = Spoken.text(e);
            }
        }
        String sizes = summary == null ? "" : Spoken.text(summary.sizes());
        gist = sizes.isEmpty() ? ModelWords.family(model.architecture()) : sizes;
        family(rows, ModelWords.family(model.architecture()), sizes);
        Family.of(model.architecture()).settings().forEach(part -> choice(rows, model.architecture(), part));
        rows.getChildren().add(new ValueRow(Spoken.binding(ModelSettings.LOSS.label())).meaning(Term.of(ModelSettings.LOSS.key()))
                .value(ModelWords.loss(model)));
        if (summary != null) {
            rows.getChildren().add(new ValueRow(Messages.binding("model.parameters")).meaning(Optional.of(Term.PARAMETER))
                    .value(Numbers.count(summary.parameters())));
        }
        if (!problem.isEmpty()) {
            Label words = Labels.plain(problem, "danger-text");
            words.setWrapText(true);
            rows.getChildren().add(words);
            gist = problem;
        }
        card.setContent(rows);
    }
}

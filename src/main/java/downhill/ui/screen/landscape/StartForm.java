package downhill.ui.screen.landscape;

import downhill.race.document.Problem;
import downhill.ui.control.Labels;
import downhill.ui.control.NumberField;
import downhill.ui.i18n.Messages;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** Where everybody starts on a surface, to be typed. */
final class StartForm {
    private static final double FARTHEST = 1e6;

    private final LandscapeModel model;
    private final NumberField x = field("landscape.start.x");
    private final NumberField y = field("landscape.start.y");
    private final HBox box = new HBox(6, whole(Labels.secondary("landscape.start")), letter("x"), x, letter("y"), y, problem(x),
            problem(y));
    private boolean showing;

    StartForm(LandscapeModel model) {
        this.model = model;
        x.setId("landscape-start-x");
        y.setId("landscape-start-y");
        box.setAlignment(Pos.CENTER_LEFT);
        x.valueProperty().addListener((source, old, now) -> typed());
        y.valueProperty().addListener((source, old, now) -> typed());
    }

    Node node() {
        return box;
    }

    /** Shows where the document starts; hidden without a surface. */
    void refresh() {
        boolean surface = model.session().experiment() != null && model.session().experiment().problem() instanceof Problem.Surface
                && !model.isLocked();
        box.setVisible(surface);
        box.setManaged(surface);
        if (surface) {
            Problem.Surface problem = (Problem.Surface) model.session().experiment().problem();
            showing = true;
            x.valueProperty().set(problem.x());
            y.valueProperty().set(problem.y());
            showing = false;
        }
    }

    private void typed() {
        if (!showing) {
            model.startAt(x.valueProperty().get(), y.valueProperty().get());
        }
    }

    private static NumberField field(String key) {
        NumberField field = new NumberField(-FARTHEST, FARTHEST, false, 0);
        field.setPrefColumnCount(5);
        field.accessibleTextProperty().bind(Messages.binding(key));
        return field;
    }

    /** Beside the field, in what room there is. */
    private static Label whole(Label label) {
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }

    private static Label problem(NumberField field) {
        Label label = field.problemLabel();
        label.setWrapText(false);
        label.setMinWidth(0);
        return label;
    }

    private static Label letter(String letter) {
        return Labels.plain(letter, "secondary");
    }
}

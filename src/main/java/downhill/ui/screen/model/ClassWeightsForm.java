package downhill.ui.screen.model;

import downhill.model.ClassWeights;
import downhill.model.ClassWeightsText;
import downhill.model.Loss;
import downhill.model.ModelException;
import downhill.model.ModelSettings;
import downhill.ui.control.CheckedText;
import downhill.ui.control.Choice;
import downhill.ui.control.Rows;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Spoken;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What rows of each class count for in the loss: all the same, balanced, or as given; there while the loss tells classes apart. */
final class ClassWeightsForm {
    /** How they are chosen. */
    enum Kind { EQUAL, BALANCED, GIVEN }

    private static final int MOST_NAMED = 8;

    private final ModelEditorModel model;
    private final CheckedText text;
    private final HBox given;

    ClassWeightsForm(ModelEditorModel model) {
        this.model = model;
        this.text = new CheckedText(Messages.binding("model.classWeights.list"), start(), this::problem);
        text.promptTextProperty().bind(Messages.binding("model.classWeights.prompt"));
        this.given = Rows.field(Messages.binding("model.classWeights.list"), text);
        show(kind());
    }

    VBox node() {
        ObservableValue<String> name = Spoken.binding(ModelSettings.CLASS_WEIGHTS.label());
        Choice<Kind> choice = new Choice<Kind>(name, List.of(Kind.values()), ModelWords::classWeights).start(kind(), this::choose);
        VBox box = new VBox(8, Rows.field(name, choice), given);
        box.visibleProperty().bind(model.lossProperty().map(Loss::onLogits));
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    private Kind kind() {
        ClassWeights weights = model.classWeightsProperty().get();
        if (weights == null) {
            return Kind.EQUAL;
        }
        return weights instanceof ClassWeights.Balanced ? Kind.BALANCED : Kind.GIVEN;
    }

    /** Given ones as they are; else 1 for each class, to begin with. */
    private String start() {
        if (kind() == Kind.GIVEN) {
            return ClassWeightsText.of(model.classWeightsProperty().get());
        }
        List<String> names = model.classNames();
        Map<String, Double> ones = names.stream().collect(Collectors.toMap(Function.identity(), name -> 1.0));
        return names.size() > MOST_NAMED ? "" : ClassWeightsText.of(new ClassWeights.Given(ones));
    }

    private void choose(Kind kind) {
        show(kind);
        model.classWeightsProperty().set(switch (kind) {
            case EQUAL -> null;
            case BALANCED -> new ClassWeights.Balanced();
            case GIVEN -> new ClassWeights.Given(Map.of());
        });
        if (kind == Kind.GIVEN) {
            text.take();
        }
    }

    private void show(Kind kind) {
        given.setVisible(kind == Kind.GIVEN);
        given.setManaged(kind == Kind.GIVEN);
    }

    private String problem(String typed) {
        try {
            ClassWeights weights = ClassWeightsText.parse(typed);
            weights.of(model.classNames(), new double[model.classNames().size()]);
            if (given != null && given.isVisible()) {
                model.classWeightsProperty().set(weights);
            }
            return "";
        } catch (ModelException e) {
            return Spoken.text(e);
        }
    }
}

package downhill.ui.screen.model;

import downhill.data.TaskKind;
import downhill.data.prepare.Prepared;
import downhill.model.Architecture;
import downhill.model.ClassWeights;
import downhill.model.Families;
import downhill.model.Family;
import downhill.model.Initializer;
import downhill.model.InputShape;
import downhill.model.Loss;
import downhill.model.LossOptions;
import downhill.model.ModelException;
import downhill.model.ModelSpec;
import downhill.model.ModelSummary;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.Spoken;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

/** A model being put together for some data. */
final class ModelEditorModel {
    private final Prepared prepared;
    private final ObjectProperty<Architecture> architecture = new SimpleObjectProperty<>(this, "architecture");
    private final ObjectProperty<Loss> loss = new SimpleObjectProperty<>(this, "loss");
    private final ObjectProperty<Initializer> initializer = new SimpleObjectProperty<>(this, "initializer");
    private final DoubleProperty huberDelta = new SimpleDoubleProperty(this, "huberDelta");
    private final DoubleProperty labelSmoothing = new SimpleDoubleProperty(this, "labelSmoothing");
    private final ObjectProperty<ClassWeights> classWeights = new SimpleObjectProperty<>(this, "classWeights");
    private final DoubleProperty dropout = new SimpleDoubleProperty(this, "dropout");

    ModelEditorModel(Prepared prepared, ModelSpec start) {
        this.prepared = prepared;
        architecture.set(start.architecture());
        loss.set(start.loss().fits(prepared.task()) ? start.loss() : Loss.defaultFor(prepared.task()));
        initializer.set(start.initializer());
        dropout.set(start.dropout());
        classWeights.set(start.settledOptions().classWeights());
        huberDelta.set(start.settledOptions().huberDelta());
        labelSmoothing.set(start.settledOptions().labelSmoothing());
        if (!families().contains(family())) {
            choose(families().get(0));
        }
    }

    List<Family<?>> families() {
        return Families.fitting(prepared.task(), shape());
    }

    Family<?> family() {
        return architecture.get().family();
    }

    void choose(Family<?> family) {
        architecture.set(family.start(shape()));
    }

    private InputShape shape() {
        return InputShape.of(prepared.inputShape());
    }

    TaskKind task() {
        return prepared.task();
    }

    ObjectProperty<Architecture> architectureProperty() {
        return architecture;
    }

    ObjectProperty<Loss> lossProperty() {
        return loss;
    }

    ObjectProperty<Initializer> initializerProperty() {
        return initializer;
    }

    /** Where the Huber loss goes over into a line. */
    DoubleProperty huberDeltaProperty() {
        return huberDelta;
    }

    DoubleProperty labelSmoothingProperty() {
        return labelSmoothing;
    }

    /** Null where all classes count the same. */
    ObjectProperty<ClassWeights> classWeightsProperty() {
        return classWeights;
    }

    /** Of the target; empty in regression. */
    List<String> classNames() {
        return prepared.classNames();
    }

    DoubleProperty dropoutProperty() {
        return dropout;
    }

    ModelSpec spec() {
        return new ModelSpec(architecture.get(), loss.get(), initializer.get(), dropout.get())
                .withLossOptions(new LossOptions(huberDelta.get(), labelSmoothing.get(), classWeights.get()));
    }

    /** Sizes and number of parameters, or why this is no model for these data. */
    String summary() {
        try {
            ModelSummary summary = ModelSummary.of(spec(), shape(), prepared.outputs());
            return Messages.text("model.summary", Spoken.text(summary.sizes()), Numbers.count(summary.parameters()));
        } catch (ModelException e) {
            return Spoken.text(e);
        }
    }

    boolean isValid() {
        try {
            ModelSummary.of(spec(), shape(), prepared.outputs());
            return true;
        } catch (ModelException e) {
            return false;
        }
    }
}

package downhill.ui.screen.model;

import downhill.model.Architecture;
import downhill.model.Family;
import downhill.setting.Part;
import downhill.ui.control.Checked;
import downhill.ui.control.SettingField;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.layout.VBox;

/** The sizes of one kind of model: a field for each setting of its family. */
final class SizesForm {
    private final ModelEditorModel model;
    private final VBox rows = new VBox(8);
    private final List<Checked> fields = new ArrayList<>();
    private final BooleanProperty waiting = new SimpleBooleanProperty(this, "waiting");

    SizesForm(ModelEditorModel model) {
        this.model = model;
    }

    VBox node() {
        return rows;
    }

    /** Shows the fields of the kind chosen now. */
    void rebuild() {
        rows.getChildren().clear();
        fields.clear();
        Family.of(current()).settings().forEach(this::add);
        waits();
    }

    private <T> void add(Part<Architecture, T> part) {
        SettingField<T> field = new SettingField<>(part.setting(), part.value().apply(current()));
        field.onChange(() -> model.architectureProperty().set(part.with().apply(current(), field.value())));
        rows.getChildren().add(field.row());
        if (field.control() instanceof Checked checked) {
            fields.add(checked);
            checked.problemProperty().addListener((source, old, now) -> waits());
        }
    }

    private Architecture current() {
        return model.architectureProperty().get();
    }

    /** Whether a field says why it cannot be taken: the model is then another than what stands there. */
    BooleanProperty waitingProperty() {
        return waiting;
    }

    private void waits() {
        waiting.set(fields.stream().anyMatch(field -> !field.problemProperty().get().isEmpty()));
    }
}

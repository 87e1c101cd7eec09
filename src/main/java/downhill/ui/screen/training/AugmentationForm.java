package downhill.ui.screen.training;

import downhill.race.document.TrainingSettings;
import downhill.race.document.TrainingSpec.AugmentationSpec;
import downhill.ui.control.Rows;
import downhill.ui.control.SettingField;
import downhill.ui.i18n.Messages;
import java.util.List;
import javafx.scene.layout.VBox;

/** How training rows are changed at each step; shift, mirroring and noise are for images. */
final class AugmentationForm {
    private final SettingField<Double> jitter;
    private final SettingField<Long> shift;
    private final SettingField<Boolean> flip;
    private final SettingField<Double> noise;
    private final SettingField<Long> relabel;

    AugmentationForm(AugmentationSpec now, boolean images) {
        jitter = new SettingField<>(TrainingSettings.JITTER, now == null ? null : now.jitter());
        shift = new SettingField<>(TrainingSettings.SHIFT, now == null ? null : (long) now.shift());
        flip = new SettingField<>(TrainingSettings.FLIP, now == null ? null : now.flip());
        noise = new SettingField<>(TrainingSettings.NOISE, now == null ? null : now.noise());
        relabel = new SettingField<>(TrainingSettings.RELABEL, now == null ? null : (long) now.relabel());
        List.of(shift, flip, noise).forEach(field -> field.control().setDisable(!images));
    }

    VBox node() {
        return new VBox(8, Rows.paragraph(Messages.binding("training.augmentation.how")), jitter.row(), shift.row(), flip.row(),
                noise.row(), relabel.row());
    }

    void onChange(Runnable then) {
        List.of(jitter, shift, flip, noise, relabel).forEach(field -> field.onChange(then));
    }

    AugmentationSpec value() {
        return new AugmentationSpec(jitter.value(), shift.value().intValue(), flip.value(), noise.value(), relabel.value().intValue());
    }
}

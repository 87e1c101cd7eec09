package downhill.ui.screen.training;

import downhill.race.document.TrainingSpec.AugmentationSpec;
import downhill.ui.control.NumberField;
import downhill.ui.control.Rows;
import downhill.ui.control.Whole;
import downhill.ui.i18n.Messages;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;

/** How training inputs are changed at each step; shift, mirroring and noise are for images. */
final class AugmentationForm {
    private static final double MOST_JITTER = 100;
    private static final int MOST_SHIFT = 64;

    private final NumberField jitter;
    private final NumberField shift;
    private final NumberField noise;
    private final CheckBox flip = Rows.check(Messages.binding("training.augmentation.flip"));
    private final VBox rows;

    AugmentationForm(AugmentationSpec now, boolean images) {
        AugmentationSpec start = now == null ? new AugmentationSpec(0, 0, false, 0) : now;
        jitter = Whole.real(Messages.binding("training.augmentation.jitter"), 0, MOST_JITTER, start.jitter());
        shift = Whole.of(Messages.binding("training.augmentation.shift"), 0, MOST_SHIFT, start.shift());
        noise = Whole.real(Messages.binding("training.augmentation.noise"), 0, MOST_JITTER, start.noise());
        flip.setSelected(start.flip());
        shift.setDisable(!images);
        flip.setDisable(!images);
        noise.setDisable(!images);
        rows = new VBox(8, Rows.paragraph(Messages.binding("training.augmentation.how")), Rows.field(Messages.binding("training.augmentation.jitter"), jitter),
                Rows.field(Messages.binding("training.augmentation.shift"), shift), flip,
                Rows.field(Messages.binding("training.augmentation.noise"), noise));
    }

    VBox node() {
        return rows;
    }

    AugmentationSpec value() {
        return spec(jitter.valueProperty().get(), (int) shift.valueProperty().get(), flip.isSelected(),
                noise.valueProperty().get());
    }

    /** Null where nothing is changed. */
    static AugmentationSpec spec(double jitter, int shift, boolean flip, double noise) {
        AugmentationSpec spec = new AugmentationSpec(jitter, shift, flip, noise);
        return spec.isNone() ? null : spec;
    }
}

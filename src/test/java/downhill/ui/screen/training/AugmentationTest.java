package downhill.ui.screen.training;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.TrainingSpec.AugmentationSpec;
import org.junit.jupiter.api.Test;

/** Without the toolkit. */
class AugmentationTest {
    @Test
    void nothingToChangeIsNoAugmentation() {
        assertThat(AugmentationForm.spec(0, 0, false)).isNull();
        assertThat(AugmentationForm.spec(0.1, 0, false)).isEqualTo(new AugmentationSpec(0.1, 0, false));
        assertThat(AugmentationForm.spec(0, 0, true)).isEqualTo(new AugmentationSpec(0, 0, true));
    }

    @Test
    void onlyWhatIsChangedIsSaid() {
        assertThat(TrainingWords.augmentation(new AugmentationSpec(0.1, 0, false))).contains("0.1").doesNotContain("·");
        assertThat(TrainingWords.augmentation(new AugmentationSpec(0.1, 2, true)).split(" · ")).hasSize(3);
    }
}

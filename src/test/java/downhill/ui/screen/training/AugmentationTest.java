package downhill.ui.screen.training;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.document.TrainingSettings;
import downhill.race.document.TrainingSpec.AugmentationSpec;
import org.junit.jupiter.api.Test;

/** Without the toolkit. */
class AugmentationTest {
    @Test
    void nothingToChangeIsNoAugmentation() {
        assertThat(of(new AugmentationSpec(0, 0, false, 0))).isNull();
        assertThat(of(new AugmentationSpec(0.1, 0, false, 0))).isEqualTo(AugmentationSpec.jitter(0.1));
        assertThat(of(new AugmentationSpec(0, 0, true, 0))).isEqualTo(AugmentationSpec.image(0, true, 0));
        assertThat(of(new AugmentationSpec(0, 0, false, 0.2))).isEqualTo(AugmentationSpec.image(0, false, 0.2));
    }

    private static AugmentationSpec of(AugmentationSpec asked) {
        return TrainingSettings.usual().withAugmentation(asked).augmentation();
    }

    @Test
    void onlyWhatIsChangedIsSaid() {
        assertThat(TrainingWords.augmentation(AugmentationSpec.jitter(0.1))).contains("0.1").doesNotContain("·");
        assertThat(TrainingWords.augmentation(new AugmentationSpec(0.1, 2, true, 0.3)).split(" · ")).hasSize(4)
                .anyMatch(word -> word.contains("0.3"));
    }
}

package downhill.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import downhill.engine.train.TrainingData;
import downhill.race.document.TrainingSpec.AugmentationSpec;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AugmenterTest {
    private static final int[] IMAGE = {2, 3, 4};

    private static double[] numbered(int rows) {
        double[] x = new double[rows * 24];
        Arrays.setAll(x, i -> i);
        return x;
    }

    @Test
    void nothingAskedForIsNothingDone() {
        assertThat(Augmenter.of(null, IMAGE)).isNull();
        assertThat(Augmenter.of(new AugmentationSpec(0, 0, false, 0), IMAGE)).isNull();
        assertThat(Augmenter.of(new AugmentationSpec(0, 2, true, 0), new int[] {24})).isNull();
    }

    @Test
    void theSameSeedAndStepGiveTheSameRowsWhateverCameBefore() {
        Augmenter augmenter = Augmenter.of(new AugmentationSpec(0.3, 1, true, 0), IMAGE);
        double[] first = numbered(5);
        augmenter.apply(first, 5, 7, 31);
        augmenter.apply(numbered(5), 5, 7, 32);
        double[] again = numbered(5);
        augmenter.apply(again, 5, 7, 31);
        assertThat(again).isEqualTo(first);
        double[] other = numbered(5);
        augmenter.apply(other, 5, 8, 31);
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void targetsAreShuffledAnewAfterSoManySteps() {
        Augmenter augmenter = Augmenter.of(new AugmentationSpec(0, 0, false, 0, 40), new int[] {6});
        assertThat(augmenter.labelling(0)).isZero();
        assertThat(augmenter.labelling(39)).isZero();
        assertThat(augmenter.labelling(40)).isEqualTo(1);
        assertThat(Augmenter.of(AugmentationSpec.jitter(0.1), new int[] {6}).labelling(40)).isEqualTo(TrainingData.Augmentation.AS_GIVEN);
        double[] x = numbered(5);
        augmenter.apply(x, 5, 7, 31);
        assertThat(x).as("inputs are as they were").isEqualTo(numbered(5));
    }

    @Test
    void jitterHasItsDeviationAndNoBias() {
        double[] x = new double[60_000];
        Augmenter.of(new AugmentationSpec(0.5, 0, false, 0), new int[] {6}).apply(x, 10_000, 1, 0);
        assertThat(Arrays.stream(x).average().orElseThrow()).isCloseTo(0, within(0.01));
        assertThat(Math.sqrt(Arrays.stream(x).map(v -> v * v).average().orElseThrow())).isCloseTo(0.5, within(0.01));
    }

    @Test
    void noiseIsForImagesAndDrawnApartFromJitter() {
        double[] noisy = new double[24_000];
        Augmenter.of(AugmentationSpec.image(0, false, 0.5), IMAGE).apply(noisy, 1000, 1, 0);
        assertThat(Math.sqrt(Arrays.stream(noisy).map(v -> v * v).average().orElseThrow())).isCloseTo(0.5, within(0.01));
        double[] jittered = new double[24_000];
        Augmenter.of(AugmentationSpec.jitter(0.5), IMAGE).apply(jittered, 1000, 1, 0);
        assertThat(noisy).isNotEqualTo(jittered);
        double[] both = new double[24_000];
        Augmenter.of(new AugmentationSpec(0.5, 0, false, 0.5), IMAGE).apply(both, 1000, 1, 0);
        assertThat(both[7]).isCloseTo(noisy[7] + jittered[7], within(1e-12));
        assertThat(Augmenter.of(AugmentationSpec.image(0, false, 0.5), new int[] {24})).isNull();
    }

    @Test
    void noiseComesAfterMovingSoThatAnEdgeRepeatedHasNoiseOfItsOwn() {
        double[] x = new double[24 * 200];
        Augmenter.of(AugmentationSpec.image(1, true, 0.1), IMAGE).apply(x, 200, 3, 0);
        assertThat(Arrays.stream(x).distinct().count()).isEqualTo(x.length);
    }

    @Test
    void whatIsBelowZeroOrNoNumberIsRefused() {
        assertThatThrownBy(() -> AugmentationSpec.jitter(-0.1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AugmentationSpec.image(-1, false, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AugmentationSpec.image(0, false, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void mirroringTurnsEveryRowOfPixelsAroundHalfOfTheTime() {
        double[] x = numbered(1000);
        Augmenter.of(new AugmentationSpec(0, 0, true, 0), IMAGE).apply(x, 1000, 3, 0);
        int mirrored = 0;
        for (int image = 0; image < 1000; image++) {
            boolean turned = x[image * 24] == image * 24 + 3;
            mirrored += turned ? 1 : 0;
            for (int i = 0; i < 24; i++) {
                int source = turned ? i / 4 * 4 + 3 - i % 4 : i;
                assertThat(x[image * 24 + i]).isEqualTo(image * 24 + source);
            }
        }
        assertThat(mirrored).isBetween(440, 560);
    }

    @Test
    void shiftingMovesTheWholeImageAndRepeatsItsEdge() {
        double[] x = numbered(500);
        Augmenter.of(new AugmentationSpec(0, 1, false, 0), IMAGE).apply(x, 500, 3, 0);
        Set<String> moves = new HashSet<>();
        for (int image = 0; image < 500; image++) {
            moves.add(moveOf(x, image));
        }
        assertThat(moves).hasSize(9).doesNotContain("none");
    }

    private static String moveOf(double[] x, int image) {
        for (int down = -1; down <= 1; down++) {
            for (int right = -1; right <= 1; right++) {
                boolean fits = true;
                for (int i = 0; i < 24; i++) {
                    int row = Math.max(0, Math.min(2, i / 4 % 3 - down));
                    int column = Math.max(0, Math.min(3, i % 4 - right));
                    fits &= x[image * 24 + i] == image * 24 + i / 12 * 12 + row * 4 + column;
                }
                if (fits) {
                    return down + " " + right;
                }
            }
        }
        return "none";
    }
}

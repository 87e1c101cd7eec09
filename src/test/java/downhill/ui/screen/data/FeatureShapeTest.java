package downhill.ui.screen.data;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.DataSpec;
import downhill.data.ImageSpec;
import downhill.data.Progress;
import downhill.data.SequenceSpec;
import downhill.data.source.SampleData;
import downhill.ui.session.LoadedData;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Without the toolkit. */
class FeatureShapeTest {
    @Test
    void pixelsAreGuessedToBeASquareInOneChannelOrThree() {
        assertThat(FeatureShape.image(64)).isEqualTo(new ImageSpec(1, 8, 8));
        assertThat(FeatureShape.image(75)).isEqualTo(new ImageSpec(3, 5, 5));
        assertThat(FeatureShape.image(12)).isEqualTo(new ImageSpec(3, 2, 2));
        assertThat(FeatureShape.image(13)).isEqualTo(new ImageSpec(1, 1, 13));
    }

    @Test
    void aTableDeclaredAnImageIsPreparedAsOneAndBackAgain() {
        LoadedData iris = load(SampleData.of("iris").spec());
        DataSpec image = FeatureShape.IMAGE.in(iris.spec(), iris.imported().table());
        assertThat(iris.as(image).prepared().inputShape()).containsExactly(1, 2, 2);
        assertThat(FeatureShape.of(image)).isEqualTo(FeatureShape.IMAGE);
        DataSpec table = FeatureShape.TABLE.in(image, iris.imported().table());
        assertThat(iris.as(table).prepared().inputShape()).containsExactly(4);
    }

    @Test
    void anImageOfTheWrongSizeSaysHowManyColumnsItNeeds() {
        LoadedData iris = load(SampleData.of("iris").spec());
        LoadedData wrong = iris.as(iris.spec().withImage(new ImageSpec(1, 3, 3)));
        assertThat(wrong.isUsable()).isFalse();
        assertThat(wrong.roles()).as("what the form needs to be mended with").isNotNull();
        assertThat(wrong.problem().toString()).contains("9 feature columns").contains("4");
    }

    @Test
    void aTableDeclaredASeriesIsCutIntoWindows() {
        LoadedData diabetes = load(SampleData.of("diabetes").spec());
        DataSpec series = FeatureShape.SERIES.in(diabetes.spec(), diabetes.imported().table());
        assertThat(series.sequence()).isEqualTo(new SequenceSpec(12, 1, 1));
        assertThat(diabetes.as(series).prepared().inputShape()).hasSize(2).startsWith(12);
    }

    private static LoadedData load(DataSpec spec) {
        return LoadedData.load(spec, Path.of("."), Progress.NONE);
    }
}

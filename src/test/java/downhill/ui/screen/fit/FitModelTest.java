package downhill.ui.screen.fit;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.analysis.fit.Season;
import downhill.data.TaskKind;
import downhill.data.prepare.Preparation;
import downhill.data.source.DataSources;
import downhill.data.source.SampleData;
import downhill.engine.Precision;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.ui.fit.FitFocus;
import downhill.ui.fit.FitSite;
import downhill.ui.fit.FitView;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which views there are, and which features come first; without a window. */
class FitModelTest {
    private static final Architecture MLP = new Architecture.Mlp(List.of(4), Activation.TANH);
    private final FitModel model = new FitModel(null);

    @Test
    void irisBeginsWithTheRegionsOfItsMostTellingFeatures() {
        model.goTo(site("iris", MLP));
        assertThat(model.views()).containsExactly(FitView.PLANE, FitView.CURVE);
        assertThat(model.features().get(model.acrossProperty().get())).isEqualTo("petal_length");
        assertThat(model.features().get(model.upProperty().get())).isEqualTo("petal_width");
    }

    @Test
    void whatIsChosenIsToldToThePanelsElsewhere() {
        FitSite iris = site("iris", MLP);
        model.goTo(iris);
        model.acrossProperty().set(1);
        model.heldProperty().set(7);
        assertThat(model.focus()).isEqualTo(new FitFocus(iris, 1, model.upProperty().get(), 2, 7));
    }

    @Test
    void manyFeaturesBeginWithPredictedAgainstActual() {
        model.goTo(site("diabetes", MLP));
        assertThat(model.views()).containsExactly(FitView.PREDICTED, FitView.RESIDUALS, FitView.PLANE, FitView.CURVE);
    }

    @Test
    void aSeriesBeginsWithItsForecast() {
        model.goTo(site("air-passengers", new Architecture.Transformer(8, 2, 16)));
        assertThat(model.views()).containsExactly(FitView.FORECAST, FitView.PREDICTED, FitView.RESIDUALS, FitView.ATTENTION);
    }

    @Test
    void imagesWithoutConvolutionsHaveNoView() {
        model.goTo(site("digits", MLP));
        assertThat(model.views()).isEmpty();
        assertThat(model.viewProperty().get()).isNull();
    }

    @Test
    void aChosenViewStaysWhereItStillMakesSense() {
        model.goTo(site("diabetes", MLP));
        model.choose(FitView.CURVE);
        model.goTo(site("iris", MLP));
        assertThat(model.viewProperty().get()).isEqualTo(FitView.CURVE);
        model.goTo(site("digits", Architecture.Cnn.digits()));
        assertThat(model.viewProperty().get()).isEqualTo(FitView.MAPS);
    }

    @Test
    void aSeasonIsFoundWhereThereIsOne() {
        assertThat(Season.of(site("air-passengers", MLP).prepared().training().targets())).isEqualTo(12);
        assertThat(Season.of(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})).isZero();
    }

    private static FitSite site(String name, Architecture architecture) {
        SampleData sample = SampleData.of(name);
        return new FitSite(Preparation.prepare(DataSources.load(sample.spec(), null, downhill.data.Progress.NONE).table(), sample.spec()),
                new ModelSpec(architecture, Loss.defaultFor(sample.task() == null ? TaskKind.REGRESSION : sample.task())), Precision.FLOAT,
                        sample.season());
    }
}

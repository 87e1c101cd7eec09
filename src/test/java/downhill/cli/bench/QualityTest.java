package downhill.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.Progress;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The networks reach what they must; with less training and fewer seeds than {@code bench --quality}. */
class QualityTest {
    private static QualityCase named(String name) {
        return QualityCase.all().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    private static QualityFigure shortly(String name, long steps) {
        return Quality.measure(named(name).withSteps(steps), List.of(2L), Progress.NONE);
    }

    @Test
    void theDigitsAreTold() {
        QualityFigure figure = shortly("digits, CNN", 600);
        assertThat(figure.pass()).as(figure.toString()).isTrue();
        assertThat(figure.worst()).isBetween(0.97, 1.0);
    }

    @Test
    void aGrowingSeriesIsForecastBetterThanByItsLastValueAndByItsSeason() {
        QualityFigure figure = shortly("air-passengers, LSTM", 600);
        assertThat(figure.thresholds()).hasSize(2).allMatch(each -> each.value() > 40 && each.value() < 60);
        assertThat(figure.pass()).as(figure.toString()).isTrue();
    }

    @Test
    void withoutTrainingNothingPasses() {
        for (String name : List.of("digits, CNN", "sunspots, LSTM", "air-passengers, Transformer")) {
            QualityFigure figure = shortly(name, 1);
            assertThat(figure.pass()).as(figure.toString()).isFalse();
        }
    }

    @Test
    void theWorstSeedDecides() {
        QualityFigure figure = Quality.measure(named("sunspots, Transformer").withSteps(20), List.of(1L, 2L), Progress.NONE);
        assertThat(figure.reached()).hasSize(2).doesNotHaveDuplicates();
        assertThat(figure.worst()).isEqualTo(Math.max(figure.reached().get(0), figure.reached().get(1)));
    }

    @Test
    @Tag("soak")
    void everyCasePassesWithEverySeed() {
        for (QualityCase each : QualityCase.all()) {
            QualityFigure figure = Quality.measure(each, Quality.SEEDS, Progress.NONE);
            assertThat(figure.pass()).as(figure.toString()).isTrue();
        }
    }
}

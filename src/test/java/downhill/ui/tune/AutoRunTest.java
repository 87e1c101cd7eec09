package downhill.ui.tune;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.Progress;
import downhill.data.source.SampleData;
import downhill.optim.RuleLibrary;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.ui.session.Demo;
import downhill.ui.session.LoadedData;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A model found beside the race, without a window. */
class AutoRunTest {
    private final Experiment document = Demo.experiment("Iris");
    private final LoadedData data = LoadedData.load(((Problem.Learning) document.problem()).data(), Path.of(""), Progress.NONE);

    private AutoRun run(double minutes, int trials) {
        return new AutoRun(document, data, RuleLibrary.complete(), 2, minutes, trials);
    }

    @Test
    void whatIsFoundIsToldInWordsAndCanRaceOnTheDocumentsOwnSplit() {
        AutoRun run = run(Double.POSITIVE_INFINITY, 2);
        assertThat(run.stand().over()).isFalse();
        run.perform();
        AutoRun.Stand stand = run.stand();
        assertThat(stand.over()).isTrue();
        assertThat(stand.problem().isEmpty()).isTrue();
        assertThat(stand.report().sentences()).extracting(Object::toString).anyMatch(line -> line.contains("2 trials"));
        Experiment race = AutoRun.inRace(document, stand.result());
        Problem.Learning now = (Problem.Learning) race.problem();
        assertThat(now.data().split()).isEqualTo(((Problem.Learning) document.problem()).data().split());
        assertThat(now.model()).isEqualTo(((Problem.Learning) stand.result().experiment().problem()).model());
        assertThat(race.training()).isEqualTo(stand.result().experiment().training());
        assertThat(race.contenders()).hasSize(document.contenders().size() + 1);
        assertThat(race.contenders()).extracting(ContenderSpec::id).doesNotHaveDuplicates();
        assertThat(race.contenders().get(race.contenders().size() - 1).name()).isEqualTo(stand.result().best().name());
    }

    @Test
    void stoppedBeforeAModelCameToItsEndItHasTheBaseline() {
        AutoRun run = run(Double.POSITIVE_INFINITY, 50);
        run.stop();
        run.perform();
        assertThat(run.stand().over()).isTrue();
        assertThat(run.stand().result().experiment()).isNull();
        assertThat(run.stand().result().ensemble()).as("which is a model, too").isNotNull();
        assertThat(AutoRun.inRace(document, run.stand().result())).isEqualTo(document);
    }

    /** Numbers and a series, as classes are above; counted in trials, so that no machine is too slow for it. */
    @ParameterizedTest
    @CsvSource({"diabetes, rmse", "sunspots, rmse", "breast-cancer, logLoss"})
    void everyKindOfSampleComesToItsEnd(String sample, String metric) {
        Experiment like = document.withProblem(new Problem.Learning(SampleData.of(sample).spec(),
                ((Problem.Learning) document.problem()).model()));
        AutoRun run = new AutoRun(like, LoadedData.load(SampleData.of(sample).spec(), Path.of(""), Progress.NONE),
                RuleLibrary.complete(), 2,
                Double.POSITIVE_INFINITY, 2);
        run.perform();
        AutoRun.Stand stand = run.stand();
        assertThat(stand.problem().toString()).isEmpty();
        assertThat(stand.share()).isEqualTo(1);
        assertThat(stand.result().metric().key()).isEqualTo(metric);
        assertThat(stand.result().tally().complete()).isEqualTo(2);
        assertThat(stand.result().ensemble()).isNotNull();
        assertThat(stand.report().lines()).hasSizeGreaterThanOrEqualTo(3).allMatch(line -> line.size() == stand.report().head().size());
    }

    @Test
    void whatCannotBeIsSaid() {
        LoadedData none = data.as(((Problem.Learning) document.problem()).data().withTarget("nothing"));
        AutoRun run = new AutoRun(document.withProblem(new Problem.Learning(none.spec(), ((Problem.Learning) document.problem()).model())),
                none, RuleLibrary.complete(), 2, 1, 2);
        run.perform();
        assertThat(run.stand().over()).isTrue();
        assertThat(run.stand().problem().toString()).contains("nothing");
    }
}

package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.Progress;
import downhill.data.prepare.Prepared;
import downhill.data.source.DataSources;
import downhill.optim.RuleLibrary;
import downhill.race.Race;
import downhill.race.RaceOptions;
import downhill.race.RaceRunner;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.store.ExperimentStore;
import downhill.store.OpenedExperiment;
import downhill.store.SessionPlace;
import downhill.store.SessionStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Contenders explained as they were at a step. */
class ExplainMomentTest {
    @TempDir
    private Path folder;

    private static Cli explained(Object... more) {
        return Cli.run(Stream.concat(Stream.of("explain"), Stream.of(more)).toArray());
    }

    private static JsonNode json(Cli cli) {
        assertThat(cli.code()).as(cli.err()).isZero();
        return Cli.json(cli.out());
    }

    /** The end of an experiment, repeated, is the model it left; earlier it said something else; a session needs no repeating. */
    @Test
    void aMomentOfAHistoryIsExplained() throws IOException {
        Path csv = Files.writeString(folder.resolve("fields.csv"), "rain,soil,yield\n" + IntStream.range(0, 50).mapToObj(i ->
                i * 7 % 23 + "," + (i % 3 == 0 ? "clay" : "sand") + "," + (2 * (i * 7 % 23) + i % 3)).collect(Collectors.joining("\n")));
        Cli.run("compare", csv, "--target", "yield", "--steps", "40", "--optimizers", "adam", "--out", folder.resolve("race"));
        Path experiment = folder.resolve("race/experiment.json");
        Path net = folder.resolve("race/model-adam.downhill-model");
        JsonNode model = json(explained(net, csv, "--method", "shap", "--rows", "1-2", "--json"));
        Cli end = explained(experiment, csv, "--method", "shap", "--rows", "1-2", "--step", "40", "--json");
        assertThat(json(end)).isEqualTo(model);
        assertThat(end.err()).contains("after 40 updates");
        JsonNode early = json(explained(experiment, csv, "--method", "shap", "--rows", "1-2", "--step", "3", "--json"));
        assertThat(early).isNotEqualTo(model);
        Path session = folder.resolve("race.downhill");
        OpenedExperiment opened = ExperimentStore.read(experiment);
        Experiment document = opened.experiment();
        Prepared data = DataSources.prepare(((Problem.Learning) document.problem()).data(), opened.folder(), Progress.NONE);
        try (Race race = Race.open(document, data, RuleLibrary.complete(), RaceOptions.alone())) {
            RaceRunner.run(race, Progress.NONE);
            SessionStore.write(session, race.checkpoint().join(), opened.folder(), new SessionPlace(null, null, false, null));
        }
        assertThat(json(explained(session, csv, "--method", "shap", "--rows", "1-2", "--step", "3", "--json"))).isEqualTo(early);
        assertThat(json(explained(session, csv, "--method", "shap", "--rows", "1-2", "--json"))).isEqualTo(model);
        Cli beyond = explained(session, csv, "--method", "shap", "--step", "41");
        assertThat(beyond.code()).isEqualTo(2);
        assertThat(beyond.err().strip()).contains("41").doesNotContain("\n").doesNotContain("Exception");
        assertThat(explained(session, csv, "--method", "shap", "--contender", "Zeus").err()).contains("no contender \"Zeus\"; it has");
    }
}

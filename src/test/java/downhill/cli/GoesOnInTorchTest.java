package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import downhill.export.PythonWithTorch;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.optim.StateVariable;
import downhill.race.document.Experiment;
import downhill.store.ExperimentStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A contender taken to PyTorch in the middle of its training goes on there as it does here, with all that its rule remembers. */
class GoesOnInTorchTest {
    private static final int TAKEN = 12;
    private static final int MORE = 20;

    @TempDir
    private Path folder;

    private Path table() throws IOException {
        return Files.writeString(folder.resolve("t.csv"), "a,b,y\n" + IntStream.range(0, 30)
                .mapToObj(i -> i % 7 + "," + i * 5 % 11 + "," + (i % 7 * 0.5 - i * 5 % 11 * 0.2 + i % 3) + "\n").reduce("", String::concat));
    }

    private Path race(List<Rule> rules, int steps) throws IOException {
        Path out = folder.resolve("race" + steps);
        Cli cli = Cli.run("compare", table(), "--target", "y", "--model", "mlp", "--hidden", "4", "--activation", "tanh", "--batch", "0",
                "--validation", "0", "--precision", "double", "--steps", steps, "--out", out, "--optimizers",
                String.join(",", rules.stream().map(Rule::id).toList()));
        assertThat(cli.err()).doesNotContain("Exception");
        return out;
    }

    /** The losses of a contender before each step from the one on at which it was taken. */
    private static double[] losses(Path race, String name) throws IOException {
        String begin = (name.contains(",") ? '"' + name + '"' : name) + ",";
        return Files.readAllLines(race.resolve("history.csv")).stream().filter(line -> line.startsWith(begin)).skip(TAKEN)
                .mapToDouble(line -> Double.parseDouble(line.substring(begin.length()).split(",")[2])).toArray();
    }

    /** What a rule has that a script must take along or ask for. */
    private static String kind(Rule rule) {
        boolean changesRate = rule.update().stream().anyMatch(line -> line.target().equals(Rule.LEARNING_RATE));
        return List.of(rule.seesTensors(), rule.states().isEmpty(), rule.states().stream().anyMatch(StateVariable::scalar), changesRate,
                rule.states().stream().anyMatch(StateVariable::shaped), rule.answerRow() >= 0, rule.evaluates(), rule.asks(Rule.LOSS),
                rule.asks(Rule.NOISE)).toString();
    }

    /** The first of each kind. */
    @Test
    void stepsThatFollowAreThoseOfTheRaceWhateverARuleRemembers() throws Exception {
        Map<String, Rule> kinds = new LinkedHashMap<>();
        RuleLibrary.complete().all().stream().filter(Rule::isFormula).forEach(rule -> kinds.putIfAbsent(kind(rule), rule));
        theyGoOn(List.copyOf(kinds.values()));
    }

    @Test
    @Tag("soak")
    void stepsThatFollowAreThoseOfTheRaceOfEveryRule() throws Exception {
        theyGoOn(RuleLibrary.complete().all().stream().filter(Rule::isFormula).toList());
    }

    private void theyGoOn(List<Rule> rules) throws Exception {
        assumeTrue(PythonWithTorch.isAtHand(), "no PyTorch is at hand");
        Path whole = race(rules, TAKEN + MORE);
        Experiment experiment = ExperimentStore.read(whole.resolve("experiment.json")).experiment();
        StringBuilder script = new StringBuilder("import importlib\nimport torch\ntorch.set_num_threads(1)\n");
        for (int i = 0; i < rules.size(); i++) {
            Path document = folder.resolve("taken" + i + ".json");
            ExperimentStore.write(document, experiment.withTraining(experiment.training().withSteps(TAKEN))
                    .withContenders(List.of(experiment.contenders().get(i))), whole);
            Cli cli = Cli.run("export", document, "--out", folder.resolve("model" + i + ".py"));
            assertThat(cli.code()).as(cli.err()).isZero();
            assertThat(cli.err()).contains("as it stands after " + TAKEN + " steps").doesNotContain("Not in a script");
            script.append("m = importlib.import_module('model").append(i).append("')\nassert m.check() < 1e-12\n")
                    .append("print(*m.train(m.MEMBERS[0].model, *m.examples(m.MEMBERS[0], 't.csv'), ").append(MORE).append("))\n");
        }
        List<String> said = PythonWithTorch.run(folder, script.toString());
        for (int i = 0; i < rules.size(); i++) {
            double[] here = losses(whole, rules.get(i).name());
            String[] there = said.get(i).split(" ");
            for (int step = 0; step < MORE; step++) {
                assertThat(Math.abs(PythonWithTorch.number(there[step]) - here[step])).as("%s, step %d", rules.get(i).name(), step)
                        .isLessThan(1e-12 * Math.max(1, here[step]));
            }
        }
    }

    @Test
    void whatAScriptLacksIsSaidAndWhatIsMeantIsAskedFor() throws IOException {
        Path out = folder.resolve("race");
        Cli.run("compare", table(), "--target", "y", "--model", "mlp", "--optimizers", "sgd,adam", "--schedule", "cosine", "--l2", "0.1",
                "--dropout", "0.2", "--clip-norm", "1", "--batch", "8", "--relabel", "2", "--steps", "5", "--out", out);
        Path document = out.resolve("experiment.json");
        Cli cli = Cli.run("export", document, "--contender", "Adam", "--out", folder.resolve("m.py"));
        assertThat(cli.err()).contains("Not in a script of it: batches (it takes all rows at once), the schedule of the learning rate, "
                + "penalties and decay of weights, clipping of gradients, dropout and noise on the rows, targets shuffled among the rows.");
        assertThat(Cli.run("export", document, "--out", folder.resolve("m.py")).err()).contains("SGD, Adam");
        assertThat(Cli.run("export", out.resolve("model-adam.downhill-model"), "--contender", "Adam", "--out", folder.resolve("m.py")).err())
                .contains("is a trained model");
        assertThat(Cli.run("export", document, "--contender", "Adam", "--out", folder.resolve("m.html")).code()).isZero();
    }
}

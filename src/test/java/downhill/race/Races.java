package downhill.race;

import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.data.Generator;
import downhill.data.Progress;
import downhill.data.prepare.Prepared;
import downhill.data.source.DataSources;
import downhill.data.source.SampleData;
import downhill.engine.Precision;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.optim.RuleLibrary;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Document;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.Roster;
import downhill.race.document.TrainingSpec;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Small experiments for tests. */
final class Races {
    static final RuleLibrary RULES = RuleLibrary.builtIn();

    private Races() {
    }

    static Problem iris() {
        ModelSpec model = new ModelSpec(new Architecture.Mlp(List.of(8), Activation.TANH), Loss.CROSS_ENTROPY);
        return new Problem.Learning(SampleData.of("iris").spec(), model);
    }

    static Problem line() {
        DataSpec data = DataSpec.of(new DataSource.Generated(Generator.LINE, 50, 0.1, 3));
        return new Problem.Learning(data, new ModelSpec(new Architecture.Linear(), Loss.MSE));
    }

    static ContenderSpec contender(String id, String rule, double rate) {
        return ContenderSpec.of(id, id, rule, Map.of("learningRate", rate), 0);
    }

    static Experiment experiment(Problem problem, TrainingSpec training, ContenderSpec... contenders) {
        return new Experiment("test", problem, training, List.of(contenders), 42, Precision.FLOAT);
    }

    /** What an experiment learns from; null for a surface. */
    static Prepared data(Experiment experiment) {
        return experiment.problem() instanceof Problem.Learning learning ? DataSources.prepare(learning.data(), null, Progress.NONE) : null;
    }

    static Race open(Experiment experiment) {
        return open(experiment, RaceOptions.alone());
    }

    static Race open(Experiment experiment, RaceOptions options) {
        return Race.open(experiment, data(experiment), RULES, options);
    }

    /** A race of a document that the test edits beside it. */
    static Race open(Document document, RaceOptions options) {
        return Race.open(new Roster(document), data(document.now()), RULES, options, null);
    }

    /** The bound ends a test of a race that never comes there; a busy machine is not to meet it. */
    static RaceSnapshot await(Race race, Predicate<RaceSnapshot> wanted) {
        try {
            RaceSnapshot snapshot = race.await(wanted, 10, TimeUnit.MINUTES);
            if (!wanted.test(snapshot)) {
                throw new AssertionError("did not come: " + snapshot);
            }
            return snapshot;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static RaceSnapshot await(Race race, RaceState state) {
        return await(race, snapshot -> snapshot.state() == state);
    }

    /** Waits until everything asked for before is done. */
    static void settle(Race race) {
        race.scores().join();
    }

    static RaceSnapshot.Standing standing(RaceSnapshot snapshot, String id) {
        return snapshot.contenders().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }
}

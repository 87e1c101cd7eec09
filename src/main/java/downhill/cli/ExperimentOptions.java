package downhill.cli;

import downhill.data.DataSpec;
import downhill.data.prepare.Prepared;
import downhill.model.InputShape;
import downhill.model.ModelSpec;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.words.Said;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Mixin;

/** An experiment on a CSV file, all but who takes part: for how long, on which rows, with which model. */
final class ExperimentOptions {
    @Mixin
    private ScheduleOption schedule;

    @Mixin
    private TrainingOptions training;

    @Mixin
    private DataOptions data;

    @Mixin
    private ReadingOptions reading;

    @Mixin
    private ModelOptions model;

    /** Refuses what could not be raced, before data are read. */
    void check() {
        training.check();
        data.check();
        model.check();
        schedule.check();
    }

    /** @param learningRates one for all or one for each, or null for each one's own */
    List<ContenderSpec> contenders(List<Entrant> entrants, List<Double> learningRates) {
        return Entrants.of(entrants, learningRates, schedule.schedule(training.steps()), training);
    }

    /** How the table is read and divided. */
    DataSpec data(String csv) {
        DataSpec wanted = data.apply(reading.apply(CsvArgument.spec(csv)), model.task());
        return wanted.withSplit(wanted.split().withSeed(training.seed()));
    }

    long seed() {
        return training.seed();
    }

    /** Whether progress is to be told even where nobody watches a terminal. */
    boolean progress() {
        return reading.progress();
    }

    /** The document, once it is known what the data are. */
    Experiment experiment(String title, DataSpec wanted, Prepared prepared, List<ContenderSpec> contenders, PrintWriter err) {
        DataSpec settled = wanted.withTarget(prepared.targetName()).withTask(prepared.task());
        Experiment experiment = new Experiment(title, new Problem.Learning(settled, modelSpec(prepared)), training.spec(settled, prepared),
                contenders, training.seed(), training.precision());
        ScheduleOption.check(experiment, err);
        StartWords.check(contenders, ((Problem.Learning) experiment.problem()).model(), prepared);
        return experiment;
    }

    private ModelSpec modelSpec(Prepared prepared) {
        ModelSpec spec = model.model(InputShape.of(prepared.inputShape()), prepared.task());
        if (!spec.loss().measures(prepared.task())) {
            throw new InputException(Said.of("cli.target.number", prepared.targetName()));
        }
        return spec;
    }
}

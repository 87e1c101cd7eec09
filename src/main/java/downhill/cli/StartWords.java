package downhill.cli;

import downhill.data.prepare.Prepared;
import downhill.model.ModelBuilder;
import downhill.model.ModelSpec;
import downhill.race.Paces;
import downhill.race.StartFit;
import downhill.race.Starts;
import downhill.race.Targets;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.StartPoint;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.List;

/** What is to be said of where contenders start. */
final class StartWords {
    private StartWords() {
    }

    /** Refuses starts and layers that are none of the model, before anybody trains; throws {@link InputException} of one sentence. */
    static void check(List<ContenderSpec> contenders, ModelSpec model, Prepared data) {
        for (ContenderSpec one : contenders) {
            StartPoint start = one.settledWeights().start();
            if (start != null) {
                new StartFit(start, model, data).refusal().ifPresent(why -> {
                    throw new InputException(Said.of("cli.of", one.name(), why));
                });
            }
            if (!one.settledWeights().paces().isEmpty()) {
                Paces.check(one, ModelBuilder.evaluation(model, Targets.shape(data), Targets.outputs(data, model), 1, false).layout());
            }
        }
    }

    /** Who starts elsewhere, and which inputs are in other units there. */
    static List<Said> of(Experiment experiment, Prepared data) {
        List<Said> said = new ArrayList<>();
        Starts.differing(experiment).ifPresent(said::add);
        for (ContenderSpec one : experiment.contenders()) {
            StartPoint start = one.settledWeights().start();
            if (start != null && experiment.problem() instanceof Problem.Learning learning) {
                new StartFit(start, learning.model(), data).notice().ifPresent(said::add);
            }
        }
        return said.stream().distinct().toList();
    }
}

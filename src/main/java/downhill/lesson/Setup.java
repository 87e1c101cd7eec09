package downhill.lesson;

import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An experiment that a step opens, and what of it is other than in its file. Parts that are null are as there.
 *
 * @param document        name of the file within the lesson
 * @param contenders      ids of those who take part
 * @param hyperparameters by contender and key, beside those that it has
 * @param batch           rows of a step, 0 for all
 * @param steps           the budget
 * @param seed            of initial values and batches
 * @param start           x and y, on a surface
 */
public record Setup(String document, List<String> contenders, Map<String, Map<String, Double>> hyperparameters, Integer batch,
                      Long steps, Long seed, List<Double> start) {

    /** {@code base} with these changes. */
    public Experiment of(Experiment base) {
        Experiment changed = contenders == null ? base
                : base.withContenders(contenders.stream().map(id -> one(base, id)).toList());
        if (hyperparameters != null) {
            changed = changed.withContenders(changed.contenders().stream().map(this::set).toList());
        }
        TrainingSpec training = changed.training();
        training = batch == null ? training : training.withBatchSize(batch);
        changed = changed.withTraining(steps == null ? training : training.withSteps(steps));
        changed = seed == null ? changed : changed.withSeed(seed);
        return start == null ? changed : changed.withProblem(new Problem.Surface(((Problem.Surface) changed.problem()).formula(),
                start.get(0), start.get(1)));
    }

    static ContenderSpec one(Experiment base, String id) {
        return base.contenders().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    private ContenderSpec set(ContenderSpec one) {
        Map<String, Double> values = new HashMap<>(one.hyperparameters());
        values.putAll(hyperparameters.getOrDefault(one.id(), Map.of()));
        return one.withHyperparameters(values);
    }
}

package downhill.race;

import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.history.Curve;
import downhill.race.history.Series;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers how the contenders of a race stand into a result. */
final class Summary {
    private final Race race;
    private final double seconds;
    private final RaceSnapshot snapshot;
    private final Map<String, List<RaceResult.SeedFinish>> seeds;
    private final Map<String, Score> scores;

    Summary(Race race, double seconds) {
        this.race = race;
        this.seconds = seconds;
        this.seeds = race.seeds().join();
        this.scores = race.scores().join();
        this.snapshot = race.snapshot();
    }

    RaceResult result() {
        Experiment experiment = race.experiment();
        List<RaceResult.Finish> finishes = experiment.contenders().stream().map(this::finish).toList();
        return new RaceResult(experiment, snapshot.state(), seconds, finishes);
    }

    private RaceResult.Finish finish(ContenderSpec spec) {
        RaceSnapshot.Standing standing = snapshot.contenders().stream().filter(one -> one.id().equals(spec.id()))
                .findFirst().orElseThrow();
        boolean failed = standing.outcome() == Outcome.FAILED;
        double[] parameters = failed ? new double[0] : race.answerAt(spec.id(), standing.step()).join();
        Curve losses = race.curve(spec.id(), Series.TRAIN_LOSS, 0, Long.MAX_VALUE, 2);
        double first = race.firstLoss(spec.id());
        double last = losses.size() == 0 ? Double.NaN : losses.y()[losses.size() - 1];
        Score score = scores.getOrDefault(spec.id(), Score.NONE);
        List<RaceResult.SeedFinish> each = failed ? List.of() : seeds.getOrDefault(spec.id(), List.of());
        double trainingLoss = each.stream().mapToDouble(RaceResult.SeedFinish::trainingLoss).average().orElse(Double.NaN);
        return new RaceResult.Finish(spec.id(), spec.name(), spec.ruleId(), standing.outcome(), standing.step(), first, last,
                standing.loss(), trainingLoss, score.loss(), standing.metricName(), score.metric(),
                metrics(standing.metricName(), score), standing.step() / Math.max(seconds, 1e-9), standing.outcomeValue(),
                standing.outcomeWhat(), parameters, each);
    }

    private static Map<String, Double> metrics(String name, Score score) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        if (name != null) {
            metrics.put(name, score.metric());
        }
        if (!Double.isNaN(score.rmse())) {
            metrics.put("rmse", score.rmse());
        }
        return metrics;
    }
}

package downhill.study;

import downhill.analysis.verdict.NestingAlarm;
import downhill.analysis.verdict.Verdict;
import downhill.optim.Hyperparameter;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.race.Starts;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/** What a person should know before a verdict is believed. */
public final class Doubts {
    private final Experiment experiment;
    private final Verdict verdict;
    private final Tuned tuned;

    /** On a verdict on the contenders of {@code experiment}, of which {@code tuned} was within the folds. */
    public Doubts(Experiment experiment, Verdict verdict, Tuned tuned) {
        this.experiment = experiment;
        this.verdict = verdict;
        this.tuned = tuned;
    }

    /** All of it, a sentence each. */
    public List<Said> told() {
        List<Said> told = new ArrayList<>(alarms());
        if (!ownSettings().isEmpty()) {
            told.add(Said.of("verdict.chosen", Said.list(ownSettings().stream().map(Said::plain).toList())));
        }
        return told;
    }

    /**
     * What came out and should not have: rules that lose to a case of themselves, and choices that did not hold. Before them, who did not
     * start where the others did.
     */
    public List<Said> alarms() {
        List<Said> told = new ArrayList<>();
        Starts.differing(experiment).ifPresent(told::add);
        Starts.seen(experiment).ifPresent(told::add);
        told.addAll(nesting());
        overtuned(told);
        innerLeader(told);
        return told;
    }

    /** Rules that lose to a case of themselves. */
    public List<Said> nesting() {
        return NestingAlarm.of(verdict, experiment.contenders().stream().map(ContenderSpec::ruleId).toList());
    }

    /** Contenders whose numbers are not the usual ones: if these rows chose them, their scores are too good. */
    public List<String> ownSettings() {
        List<ContenderSpec> all = tuned.trials() > 0 ? List.of() : experiment.contenders();
        return all.stream().filter(Doubts::isOwn).map(ContenderSpec::name).toList();
    }

    private static boolean isOwn(ContenderSpec one) {
        List<Hyperparameter> declared = RuleLibrary.complete().byId(one.ruleId()).map(Rule::hyperparameters).orElse(List.of());
        return declared.stream()
                .anyMatch(each -> one.hyperparameters().getOrDefault(each.key(), each.defaultValue()) != each.defaultValue());
    }

    /** Whoever is worse for the tuning in most folds: what was best for the trials is not for other rows. */
    private void overtuned(List<Said> told) {
        Map<String, List<NestedTuning.Gain>> gains = new LinkedHashMap<>();
        tuned.gains().forEach(each -> gains.computeIfAbsent(each.contender(), unused -> new ArrayList<>()).add(each));
        gains.forEach((name, folds) -> {
            long worse = folds.stream().filter(this::isWorse).count();
            if (2 * worse > folds.size()) {
                told.add(Said.of("verdict.overtuned", name, worse, folds.size()));
            }
        });
    }

    private boolean isWorse(NestedTuning.Gain fold) {
        double lost = verdict.higherIsBetter() ? fold.own() - fold.tuned() : fold.tuned() - fold.own();
        return lost > 0 || Double.isNaN(fold.tuned()) && !Double.isNaN(fold.own());
    }

    /** Whether who would win by the losses that chose the settings is another than who does on the rows held out. */
    private void innerLeader(List<Said> told) {
        Map<String, List<Double>> inner = new LinkedHashMap<>();
        tuned.losses().forEach(each -> inner.computeIfAbsent(each.contender(), unused -> new ArrayList<>()).add(least(each)));
        String leader = verdict.standings().get(verdict.leader()).name();
        if (inner.size() > 1 && inner.size() == verdict.standings().size()) {
            String best = inner.entrySet().stream().min((a, b) -> Double.compare(mean(a.getValue()), mean(b.getValue()))).orElseThrow()
                    .getKey();
            if (!best.equals(leader)) {
                told.add(Said.of("verdict.inner", best, leader));
            }
        }
    }

    /** Infinite where every trial diverged. */
    private static double least(NestedTuning.Losses of) {
        return DoubleStream.concat(DoubleStream.of(of.own()), DoubleStream.of(of.drawn())).filter(Double::isFinite).min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(each -> each).average().orElse(Double.POSITIVE_INFINITY);
    }
}

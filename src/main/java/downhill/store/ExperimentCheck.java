package downhill.store;

import downhill.analysis.score.ScoreMetric;
import downhill.expr.FormulaException;
import downhill.model.Architecture;
import downhill.model.Family;
import downhill.optim.Hyperparameter;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.optim.RuleParser;
import downhill.race.document.ContenderSettings;
import downhill.race.document.ContenderSpec;
import downhill.race.document.EvaluationSettings;
import downhill.race.document.Experiment;
import downhill.race.document.ExperimentSettings;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSettings;
import downhill.setting.Part;
import downhill.words.Said;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What records cannot say by their types: names that must be known, numbers that must be in range. */
final class ExperimentCheck {
    static final int MAX_CONTENDERS = 1_000;

    private ExperimentCheck() {
    }

    /** A sentence on the first thing that is wrong, if any. */
    static Optional<Said> problem(Experiment experiment) {
        Optional<Said> wrong = Part.problem("experiment", experiment, ExperimentSettings.PARTS)
                .or(() -> Part.problem("experiment.training", experiment.training(), TrainingSettings.PARTS))
                .or(() -> Part.problem("experiment.evaluation", experiment.evaluated(), EvaluationSettings.PARTS))
                .or(() -> metric(experiment.evaluated().metric())).or(() -> SearchCheck.problem(experiment.search()))
                .or(() -> ShrinkCheck.problem(experiment.shrink()))
                .or(() -> TriedCheck.problem(experiment))
                .or(() -> model(experiment.problem()));
        if (wrong.isPresent()) {
            return wrong;
        }
        if (experiment.contenders().size() > MAX_CONTENDERS) {
            return Optional.of(Said.of("check.contenders", MAX_CONTENDERS));
        }
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < experiment.contenders().size(); i++) {
            String path = "experiment.contenders[" + i + "]";
            ContenderSpec contender = experiment.contenders().get(i);
            if (!ids.add(contender.id())) {
                return Optional.of(Said.of("check.twice", path, contender.id()));
            }
            Optional<Said> problem = contender(contender, path).or(() -> lineage(contender.fork(), path + ".fork.lineage"));
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private static Optional<Said> metric(String name) {
        List<String> known = Arrays.stream(ScoreMetric.values()).map(ScoreMetric::key).toList();
        return name == null || known.contains(name) ? Optional.empty()
                : Optional.of(Said.of("check.metric", name, String.join(", ", known)));
    }

    private static Optional<Said> model(Problem problem) {
        return problem instanceof Problem.Learning learning ? sizes(learning.model().architecture()) : Optional.empty();
    }

    private static Optional<Said> sizes(Architecture architecture) {
        return Part.problem("experiment.problem.model.architecture", architecture, Family.of(architecture).settings());
    }

    private static Optional<Said> lineage(ContenderSpec.Fork fork, String path) {
        List<ContenderSpec> lineage = fork == null ? List.of() : fork.lineage();
        if (lineage.size() > MAX_CONTENDERS) {
            return Optional.of(Said.of("check.ancestors", path, MAX_CONTENDERS));
        }
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < lineage.size(); i++) {
            Optional<Said> problem = ancestor(lineage.get(i), path + "[" + i + "]", ids);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private static Optional<Said> ancestor(ContenderSpec ancestor, String place, Set<String> ids) {
        if (ancestor.fork() != null && !ancestor.fork().lineage().isEmpty()) {
            return Optional.of(Said.of("check.lineage", place));
        }
        if (!ids.add(ancestor.id())) {
            return Optional.of(Said.of("check.twice", place, ancestor.id()));
        }
        return contender(ancestor, place);
    }

    private static Optional<Said> contender(ContenderSpec contender, String path) {
        Optional<Said> wrong = Part.problem(path, contender, ContenderSettings.PARTS);
        if (wrong.isPresent()) {
            return wrong;
        }
        try {
            Optional<Rule> rule = contender.ruleText() != null ? Optional.of(RuleParser.parse(contender.ruleText()))
                    : RuleLibrary.complete().byId(contender.ruleId());
            return rule.isEmpty() ? Optional.of(Said.of("check.rule", path, contender.ruleId()))
                    : values(contender, rule.get(), path)
                            .or(() -> WeightsCheck.problem(contender.settledWeights(), rule.get(), path));
        } catch (FormulaException e) {
            return Optional.of(Said.of("check.rule.text", path, Said.message(e)));
        }
    }

    private static Optional<Said> values(ContenderSpec contender, Rule rule, String path) {
        for (Map.Entry<String, Double> entry : contender.hyperparameters().entrySet()) {
            Optional<Hyperparameter> known = rule.hyperparameter(entry.getKey());
            if (known.isEmpty()) {
                return Optional.of(Said.of("check.hyper", path, entry.getKey(), rule.id()));
            }
            Said problem = known.get().problemWith(entry.getValue());
            if (problem != null) {
                return Optional.of(Said.of("check.values", path, problem));
            }
        }
        return Optional.empty();
    }
}

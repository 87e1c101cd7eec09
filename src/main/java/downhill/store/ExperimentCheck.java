package downhill.store;

import downhill.expr.FormulaException;
import downhill.model.Architecture;
import downhill.model.Family;
import downhill.optim.Hyperparameter;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.optim.RuleParser;
import downhill.race.document.ContenderSettings;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.ExperimentSettings;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSettings;
import downhill.setting.Part;
import downhill.words.Said;
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
    static Optional<String> problem(Experiment experiment) {
        Optional<String> wrong = Part.problem("experiment", experiment, ExperimentSettings.PARTS)
                .or(() -> Part.problem("experiment.training", experiment.training(), TrainingSettings.PARTS))
                .or(() -> model(experiment.problem())).map(Said::toString);
        if (wrong.isPresent()) {
            return wrong;
        }
        if (experiment.contenders().size() > MAX_CONTENDERS) {
            return Optional.of("experiment.contenders are more than " + MAX_CONTENDERS + ".");
        }
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < experiment.contenders().size(); i++) {
            String path = "experiment.contenders[" + i + "]";
            ContenderSpec contender = experiment.contenders().get(i);
            if (!ids.add(contender.id())) {
                return Optional.of(path + ".id \"" + contender.id() + "\" is used twice.");
            }
            Optional<String> problem = contender(contender, path).or(() -> lineage(contender.fork(), path + ".fork.lineage"));
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private static Optional<Said> model(Problem problem) {
        return problem instanceof Problem.Learning learning ? sizes(learning.model().architecture()) : Optional.empty();
    }

    private static Optional<Said> sizes(Architecture architecture) {
        return Part.problem("experiment.problem.model.architecture", architecture, Family.of(architecture).settings());
    }

    private static Optional<String> lineage(ContenderSpec.Fork fork, String path) {
        List<ContenderSpec> lineage = fork == null ? List.of() : fork.lineage();
        if (lineage.size() > MAX_CONTENDERS) {
            return Optional.of(path + " has more than " + MAX_CONTENDERS + " ancestors.");
        }
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < lineage.size(); i++) {
            ContenderSpec ancestor = lineage.get(i);
            String place = path + "[" + i + "]";
            boolean nested = ancestor.fork() != null && !ancestor.fork().lineage().isEmpty();
            Optional<String> problem = nested ? Optional.of(place + ".fork must not have a lineage of its own.")
                    : !ids.add(ancestor.id()) ? Optional.of(place + ".id \"" + ancestor.id() + "\" is used twice.") : contender(ancestor, place);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> contender(ContenderSpec contender, String path) {
        Optional<String> wrong = Part.problem(path, contender, ContenderSettings.PARTS).map(Said::toString);
        if (wrong.isPresent()) {
            return wrong;
        }
        try {
            Optional<Rule> rule = contender.ruleText() != null ? Optional.of(RuleParser.parse(contender.ruleText()))
                    : RuleLibrary.complete().byId(contender.ruleId());
            return rule.isEmpty() ? Optional.of(path + ".ruleId \"" + contender.ruleId() + "\" is not known; see downhill rules.")
                    : values(contender, rule.get(), path);
        } catch (FormulaException e) {
            return Optional.of(path + ".ruleText: " + e.getMessage());
        }
    }

    private static Optional<String> values(ContenderSpec contender, Rule rule, String path) {
        for (Map.Entry<String, Double> entry : contender.hyperparameters().entrySet()) {
            Optional<Hyperparameter> known = rule.hyperparameter(entry.getKey());
            if (known.isEmpty()) {
                return Optional.of(path + ".hyperparameters." + entry.getKey() + " is not one of the rule " + rule.id() + ".");
            }
            Said problem = known.get().problemWith(entry.getValue());
            if (problem != null) {
                return Optional.of(path + ".hyperparameters: " + problem);
            }
        }
        return Optional.empty();
    }
}

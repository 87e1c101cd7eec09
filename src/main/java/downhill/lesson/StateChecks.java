package downhill.lesson;

import downhill.race.Outcome;
import downhill.optim.Hyperparameter;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.optim.RuleParser;
import downhill.race.RaceSnapshot;
import downhill.race.document.ContenderSpec;
import java.util.List;
import java.util.Optional;

/** Whether conditions hold of a race that rests. */
public final class StateChecks {
    private final Situation situation;

    public StateChecks(Situation situation) {
        this.situation = situation;
    }

    /** Whether all hold. */
    public boolean all(List<StateCheck> conditions) {
        return conditions.stream().allMatch(this::hold);
    }

    /** Whether it holds of its contender, or of any where it says so. */
    public boolean hold(StateCheck condition) {
        if (!condition.contender().equals(StateCheck.ANYBODY)) {
            return holds(condition, condition.contender());
        }
        return situation.experiment().contenders().stream().anyMatch(one -> holds(condition, one.id()));
    }

    boolean holds(StateCheck condition, String id) {
        RaceSnapshot.Standing standing = situation.standing(id).orElse(null);
        if (standing == null) {
            return false;
        }
        if (condition instanceof StateCheck.Diverged) {
            return standing.outcome() == Outcome.DIVERGED;
        } else if (condition instanceof StateCheck.Steady steady) {
            return standing.outcome() != Outcome.DIVERGED && standing.outcome() != Outcome.FAILED && standing.step() >= steady.steps();
        } else if (condition instanceof StateCheck.SettingWithin setting) {
            return within(setting, id);
        } else if (condition instanceof StateCheck.RuleMatches matches) {
            return RuleTwins.alike(Setup.one(situation.experiment(), id), matches.rule());
        }
        return InsideLook.measures(condition) ? InsideLook.holds(condition, id, situation) : measured(condition, standing);
    }

    private boolean measured(StateCheck condition, RaceSnapshot.Standing standing) {
        double[] here = situation.parameters(standing.id());
        if (condition instanceof StateCheck.LossBelow below) {
            return standing.loss() < below.value();
        } else if (condition instanceof StateCheck.LossAbove above) {
            return standing.loss() > above.value();
        } else if (condition instanceof StateCheck.ValidationBelow below) {
            return standing.validationLoss() < below.value();
        } else if (condition instanceof StateCheck.MetricAbove above) {
            return standing.metric() > above.value();
        } else if (condition instanceof StateCheck.Ahead ahead) {
            return standing.loss() * ahead.factor() < situation.loss(ahead.of());
        } else if (condition instanceof StateCheck.Near near) {
            return distance(here, numbers(near.point())) <= near.within();
        } else if (condition instanceof StateCheck.Far far) {
            return distance(here, numbers(far.point())) > far.beyond();
        } else if (condition instanceof StateCheck.Same same) {
            return distance(here, situation.parameters(same.as())) <= same.within();
        }
        StateCheck.Apart apart = (StateCheck.Apart) condition;
        return distance(here, situation.parameters(apart.from())) > apart.beyond();
    }

    private boolean within(StateCheck.SettingWithin setting, String id) {
        double value = setting(Setup.one(situation.experiment(), id), setting.key());
        return value >= setting.least() && value <= setting.most();
    }

    /** What a hyperparameter is from the first step on: a document need not write what its rule has anyway. NaN where it has none such. */
    static double setting(ContenderSpec one, String key) {
        Double written = one.hyperparameters().get(key);
        if (written != null) {
            return written;
        }
        Optional<Rule> rule = one.ruleText() == null ? RuleLibrary.complete().byId(one.ruleId())
                : Optional.of(RuleParser.parse(one.ruleText()));
        return rule.flatMap(known -> known.hyperparameter(key)).map(Hyperparameter::defaultValue).orElse(Double.NaN);
    }

    static double[] numbers(List<Double> point) {
        return point.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The largest difference; NaN where there is nothing to compare. */
    static double distance(double[] one, double[] other) {
        if (one.length == 0 || one.length != other.length) {
            return Double.NaN;
        }
        double most = 0;
        for (int i = 0; i < one.length; i++) {
            most = Math.max(most, Math.abs(one[i] - other[i]));
        }
        return most;
    }
}

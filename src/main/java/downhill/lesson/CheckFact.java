package downhill.lesson;

import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.race.RaceSnapshot;
import downhill.race.document.ContenderSpec;
import downhill.words.Said;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;

/** What was found where something is asked of a race, beside what was asked: why a task has its marks. */
final class CheckFact {
    private static final MathContext DIGITS = new MathContext(6);
    /** Below it a whole number is written without a power of ten. */
    private static final double WHOLE = 1e7;

    private final Situation there;
    private final RaceSnapshot.Standing one;
    private final String id;

    private CheckFact(Situation there, RaceSnapshot.Standing one) {
        this.there = there;
        this.one = one;
        this.id = one.id();
    }

    /** Of its contender; where anybody may do it, of the first who does, else of the first. */
    static Said of(StateCheck check, Situation there) {
        List<String> ids = there.experiment().contenders().stream().map(ContenderSpec::id).toList();
        String id = check.contender();
        if (id.equals(StateCheck.ANYBODY)) {
            StateChecks checks = new StateChecks(there);
            id = ids.stream().filter(each -> checks.holds(check, each)).findFirst().orElse(ids.isEmpty() ? id : ids.get(0));
        }
        RaceSnapshot.Standing one = there.standing(id).orElse(null);
        return one == null ? Said.of("grade.fact.nobody", id) : new CheckFact(there, one).said(check);
    }

    /** With so many digits of each number as a person reads. */
    private static Said fact(String key, Object... found) {
        return Said.of(key, Arrays.stream(found).map(CheckFact::readable).toArray());
    }

    private static Object readable(Object argument) {
        if (!(argument instanceof Double number) || !Double.isFinite(number)) {
            return argument;
        }
        double rounded = BigDecimal.valueOf(number).round(DIGITS).doubleValue();
        boolean whole = rounded == Math.rint(rounded) && Math.abs(rounded) < WHOLE;
        return whole ? String.valueOf((long) rounded) : String.valueOf(rounded);
    }

    private Said said(StateCheck check) {
        if (check instanceof StateCheck.LossBelow below) {
            return fact("grade.fact.loss.below", id, one.loss(), below.value());
        } else if (check instanceof StateCheck.LossAbove above) {
            return fact("grade.fact.loss.above", id, one.loss(), above.value());
        } else if (check instanceof StateCheck.ValidationBelow below) {
            return fact("grade.fact.validation", id, one.validationLoss(), below.value());
        } else if (check instanceof StateCheck.MetricAbove above) {
            return fact("grade.fact.metric", id, one.metric(), above.value());
        } else if (check instanceof StateCheck.Diverged) {
            return fact("grade.fact.diverged", id, one.step(), one.loss());
        } else if (check instanceof StateCheck.Steady steady) {
            return fact("grade.fact.steady", id, one.step(), steady.steps());
        } else if (check instanceof StateCheck.Ahead ahead) {
            return fact("grade.fact.ahead", id, one.loss(), ahead.of(), there.loss(ahead.of()), ahead.factor());
        }
        return place(check);
    }

    private Said place(StateCheck check) {
        if (check instanceof StateCheck.Near near) {
            return fact("grade.fact.near", id, distance(StateChecks.numbers(near.point())), near.within());
        } else if (check instanceof StateCheck.Far far) {
            return fact("grade.fact.far", id, distance(StateChecks.numbers(far.point())), far.beyond());
        } else if (check instanceof StateCheck.Same same) {
            return fact("grade.fact.same", id, distance(there.parameters(same.as())), same.as(), same.within());
        } else if (check instanceof StateCheck.Apart apart) {
            return fact("grade.fact.apart", id, distance(there.parameters(apart.from())), apart.from(), apart.beyond());
        } else if (check instanceof StateCheck.SettingWithin setting) {
            double value = StateChecks.setting(Setup.one(there.experiment(), id), setting.key());
            return Double.isNaN(value) ? fact("grade.fact.setting.none", id, setting.key(), setting.least(), setting.most())
                    : fact("grade.fact.setting", id, setting.key(), value, setting.least(), setting.most());
        }
        if (check instanceof StateCheck.GaugeWithin gauge) {
            return fact("grade.fact.gauge", id, InsideLook.value(check, id, there), gauge.least(), gauge.most());
        } else if (check instanceof StateCheck.MovedWithin moved) {
            return fact("grade.fact.moved", id, InsideLook.value(check, id, there), moved.least(), moved.most());
        } else if (check instanceof StateCheck.KernelWithin kernel) {
            return fact("grade.fact.kernel", id, InsideLook.value(check, id, there), kernel.least(), kernel.most());
        } else if (check instanceof StateCheck.BarrierWithin barrier) {
            return fact("grade.fact.barrier", id, InsideLook.value(check, id, there), barrier.to(), barrier.least(), barrier.most());
        }
        String rule = ((StateCheck.RuleMatches) check).rule();
        return fact("grade.fact.rule", id, RuleLibrary.complete().byId(rule).map(Rule::name).orElse(rule));
    }

    private double distance(double[] point) {
        return StateChecks.distance(there.parameters(id), point);
    }
}

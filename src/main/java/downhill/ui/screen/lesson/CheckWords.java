package downhill.ui.screen.lesson;

import downhill.lesson.StateCheck;
import downhill.optim.RuleLibrary;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.RuleWords;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a check asks, in words. */
final class CheckWords {
    /** Chinese stands apart from a Latin name, and not from a Chinese one. */
    private static final Pattern SPACE = Pattern.compile("(?<=\\p{IsHan}) (?=\\p{IsHan})");

    private CheckWords() {
    }

    static String of(StateCheck check, Experiment experiment) {
        return SPACE.matcher(said(check, experiment)).replaceAll("");
    }

    private static String said(StateCheck check, Experiment experiment) {
        String who = name(check.contender(), experiment);
        if (check instanceof StateCheck.LossBelow below) {
            return Messages.text("lesson.check.loss.below", who, number(below.value()));
        } else if (check instanceof StateCheck.LossAbove above) {
            return Messages.text("lesson.check.loss.above", who, number(above.value()));
        } else if (check instanceof StateCheck.ValidationBelow below) {
            return Messages.text("lesson.check.validation", who, number(below.value()));
        } else if (check instanceof StateCheck.MetricAbove above) {
            return Messages.text("lesson.check.metric", who, number(above.value()));
        } else if (check instanceof StateCheck.Diverged) {
            return Messages.text("lesson.check.diverged", who);
        } else if (check instanceof StateCheck.Steady steady) {
            return Messages.text("lesson.check.steady", who, Numbers.count(steady.steps()));
        } else if (check instanceof StateCheck.Ahead ahead) {
            return Messages.text("lesson.check.ahead", who, name(ahead.of(), experiment), number(ahead.factor()));
        }
        return places(check, experiment, who);
    }

    private static String places(StateCheck check, Experiment experiment, String who) {
        if (check instanceof StateCheck.Near near) {
            return Messages.text("lesson.check.near", who, point(near.point()), number(near.within()));
        } else if (check instanceof StateCheck.Far far) {
            return Messages.text("lesson.check.far", who, point(far.point()), number(far.beyond()));
        } else if (check instanceof StateCheck.Same same) {
            return Messages.text("lesson.check.same", who, name(same.as(), experiment), number(same.within()));
        } else if (check instanceof StateCheck.Apart apart) {
            return Messages.text("lesson.check.apart", who, name(apart.from(), experiment), number(apart.beyond()));
        } else if (check instanceof StateCheck.SettingWithin setting) {
            return Messages.text("lesson.check.setting", who, setting.key(), number(setting.least()), number(setting.most()));
        }
        return inside(check, experiment, who);
    }

    private static String inside(StateCheck check, Experiment experiment, String who) {
        if (check instanceof StateCheck.GaugeWithin gauge) {
            return Messages.text("lesson.check.gauge", who, number(gauge.least()), number(gauge.most()));
        } else if (check instanceof StateCheck.MovedWithin moved) {
            return Messages.text("lesson.check.moved", who, number(moved.least()), number(moved.most()));
        } else if (check instanceof StateCheck.KernelWithin kernel) {
            return Messages.text("lesson.check.kernel", who, number(kernel.least()), number(kernel.most()));
        } else if (check instanceof StateCheck.BarrierWithin barrier) {
            return Messages.text("lesson.check.barrier", who, name(barrier.to(), experiment), number(barrier.least()),
                    number(barrier.most()));
        }
        String rule = ((StateCheck.RuleMatches) check).rule();
        return Messages.text("lesson.check.rule", who, RuleLibrary.complete().byId(rule).map(RuleWords::name).orElse(rule));
    }

    private static String name(String id, Experiment experiment) {
        return experiment.contenders().stream().filter(one -> one.id().equals(id)).map(ContenderSpec::name).findFirst()
                .orElseGet(() -> Messages.text("lesson.check.anybody"));
    }

    private static String point(List<Double> point) {
        return point.stream().map(CheckWords::number).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String number(double value) {
        return Numbers.plain(value);
    }
}

package downhill.ui.screen.lesson;

import downhill.optim.RuleLibrary;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.ui.i18n.RuleWords;

/** Contenders of a lesson in the language spoken: those that are called as their rule is have its name there. */
final class SpokenNames {
    private SpokenNames() {
    }

    static Experiment of(Experiment experiment) {
        return experiment.withContenders(experiment.contenders().stream().map(SpokenNames::named).toList());
    }

    private static ContenderSpec named(ContenderSpec one) {
        return RuleLibrary.complete().byId(one.ruleId()).filter(rule -> rule.name().equals(one.name()))
                .map(rule -> one.withName(RuleWords.name(rule))).orElse(one);
    }
}

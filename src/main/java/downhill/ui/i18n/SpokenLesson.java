package downhill.ui.i18n;

import downhill.lesson.Lesson;
import downhill.lesson.text.LessonText;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import java.util.Arrays;

/** A lesson in the language spoken: its words, and its contenders, of whom those that are called as their rule is have its name there. */
public final class SpokenLesson {
    private SpokenLesson() {
    }

    /** Its words. */
    public static LessonText text(Lesson lesson) {
        String language = Messages.languageProperty().get().locale().getLanguage();
        return lesson.text(language.isEmpty() ? Lesson.LANGUAGES.get(0) : language);
    }

    /** With its contenders' names. */
    public static Experiment of(Experiment experiment) {
        return experiment.withContenders(experiment.contenders().stream().map(SpokenLesson::named).toList());
    }

    /** The same after a change of language: names of rules, in whichever language, are those of the one spoken now. */
    public static Experiment again(Experiment experiment) {
        return experiment.withContenders(experiment.contenders().stream().map(one -> RuleLibrary.complete().byId(one.ruleId())
                .filter(rule -> isNameOf(rule, one.name())).map(rule -> one.withName(RuleWords.name(rule))).orElse(one)).toList());
    }

    private static boolean isNameOf(Rule rule, String name) {
        return Arrays.stream(Language.values()).anyMatch(language -> Messages.text(language, "rule.name." + rule.id()).equals(name));
    }

    private static ContenderSpec named(ContenderSpec one) {
        return RuleLibrary.complete().byId(one.ruleId()).filter(rule -> rule.name().equals(one.name()))
                .map(rule -> one.withName(RuleWords.name(rule))).orElse(one);
    }
}

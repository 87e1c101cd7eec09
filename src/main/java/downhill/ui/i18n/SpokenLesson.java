package downhill.ui.i18n;

import downhill.lesson.Lesson;
import downhill.lesson.Setup;
import downhill.lesson.text.LessonText;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A lesson in the language spoken: its words, and its contenders, who have the name that the words give them; those that are called as
 * their rule is have its name there.
 */
public final class SpokenLesson {
    private SpokenLesson() {
    }

    private static String language() {
        String language = Messages.languageProperty().get().locale().getLanguage();
        return language.isEmpty() ? Lesson.LANGUAGES.get(0) : language;
    }

    /** Its words. */
    public static LessonText text(Lesson lesson) {
        return lesson.text(language());
    }

    /** What it opens, with its contenders' names. */
    public static Experiment of(Lesson lesson, Setup opening) {
        Map<String, String> called = lesson.called(opening, language());
        return each(lesson.opened(opening), one -> called.containsKey(one.id()) ? one.withName(called.get(one.id())) : byRule(one));
    }

    /**
     * The same after a change of language: names of the lesson and of rules, in whichever language, are those of the one spoken now; a
     * name that a learner gave stays.
     *
     * @param lesson null where none is open
     */
    public static Experiment again(Lesson lesson, Experiment experiment) {
        List<Setup> openings = lesson == null ? List.of() : lesson.openings().toList();
        return each(experiment, one -> openings.stream().filter(opening -> isCalledSo(lesson, opening, one)).findFirst()
                .map(opening -> one.withName(name(of(lesson, opening), one.id()))).orElseGet(() -> byRule(one)));
    }

    private static Experiment each(Experiment experiment, UnaryOperator<ContenderSpec> named) {
        return experiment.withContenders(experiment.contenders().stream().map(named).toList());
    }

    private static String name(Experiment experiment, String id) {
        return experiment.contenders().stream().filter(one -> one.id().equals(id)).map(ContenderSpec::name).findFirst().orElse(null);
    }

    private static boolean isCalledSo(Lesson lesson, Setup opening, ContenderSpec one) {
        String written = name(lesson.opened(opening), one.id());
        return one.name().equals(written) || written != null
                && Lesson.LANGUAGES.stream().anyMatch(language -> one.name().equals(lesson.called(opening, language).get(one.id())));
    }

    private static ContenderSpec byRule(ContenderSpec one) {
        return RuleLibrary.complete().byId(one.ruleId()).filter(rule -> isNameOf(rule, one.name()))
                .map(rule -> one.withName(RuleWords.name(rule))).orElse(one);
    }

    private static boolean isNameOf(Rule rule, String name) {
        return Arrays.stream(Language.values()).anyMatch(language -> Messages.text(language, "rule.name." + rule.id()).equals(name));
    }
}

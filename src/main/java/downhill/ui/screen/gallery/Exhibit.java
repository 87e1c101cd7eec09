package downhill.ui.screen.gallery;

import downhill.lesson.Lesson;
import downhill.lesson.LessonWork;
import downhill.lesson.Picture;
import downhill.lesson.Step;
import downhill.lesson.text.Passage;
import downhill.model.Family;
import downhill.model.Surface;
import downhill.model.Surfaces;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.store.LessonStore;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.Spoken;
import downhill.ui.i18n.SpokenLesson;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A phenomenon.
 *
 * @param opened  the lesson that shows it
 * @param picture of what is seen
 */
record Exhibit(LessonStore.Opened opened, Picture picture) {
    Lesson lesson() {
        return opened.lesson();
    }

    String title() {
        return SpokenLesson.text(lesson()).title();
    }

    /** What is seen. */
    String sentence() {
        return Passage.words(SpokenLesson.text(lesson()).summary());
    }

    /** What learns, who trains it and how long, of the first race that is opened. */
    String setting() {
        Lesson lesson = lesson();
        Step first = lesson.steps().stream().filter(step -> step.open() != null).findFirst().orElseThrow();
        Experiment raced = SpokenLesson.of(lesson, first.open());
        long steps = lesson.steps().stream().filter(Step::runs).mapToLong(Step::run).max().orElse(0);
        return Messages.text("gallery.setting", problem(raced.problem()),
                raced.contenders().stream().map(ContenderSpec::name).distinct().collect(Collectors.joining(", ")), Numbers.count(steps),
                String.valueOf(lesson.minutes()));
    }

    private static String problem(Problem problem) {
        if (problem instanceof Problem.Surface surface) {
            return "f(x, y) = " + Surfaces.named(surface.formula()).orElseGet(() -> Surface.of(surface.formula())).formula();
        }
        return Spoken.text(Family.of(((Problem.Learning) problem).model().architecture()).label());
    }

    /** How far a learner came with it; empty where nothing was done, or the lesson is another by now. */
    String score(List<LessonWork> done) {
        return done.stream().filter(one -> one.lesson().equals(lesson().id()) && one.content().equals(opened.content())).findFirst()
                .map(one -> Messages.text("lesson.score", String.valueOf(one.right()), String.valueOf(one.judged()))).orElse("");
    }

    /** Whose finding it is. */
    String paper() {
        return lesson().sources().stream().map(Lesson.Source::section).collect(Collectors.joining(" · "));
    }
}

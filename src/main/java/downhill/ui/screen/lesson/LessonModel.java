package downhill.ui.screen.lesson;

import downhill.lesson.Exercise;
import downhill.lesson.Given;
import downhill.lesson.Lesson;
import downhill.lesson.LessonWork;
import downhill.lesson.Situation;
import downhill.lesson.Step;
import downhill.lesson.text.LessonText;
import downhill.lesson.text.StepText;
import downhill.race.Racing;
import downhill.store.LessonStore;
import downhill.ui.fx.FxExecutor;
import downhill.ui.i18n.SpokenLesson;
import downhill.ui.session.Failures;
import downhill.ui.session.Session;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/** The lesson that is open, at which step it is, and what has been said and done. FX thread; what is judged is judged off it. */
final class LessonModel {
    /** How far a step is. */
    enum Phase { ASKING, RUNNING, TOLD }

    private final Session session;
    private final FxExecutor work;
    private final Consumer<Supplier<String>> problem;
    private final LessonRun run;
    private final AnswerShelf shelf;
    private final BooleanSupplier projected;
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper(this, "changes");
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper(this, "ready");
    private LessonStore.Opened opened;
    private LessonWork done;
    private int at;
    private Phase phase = Phase.ASKING;
    private Given given;
    private boolean hinted;
    private StepOutcome outcome;

    LessonModel(Session session, FxExecutor work, AnswerShelf shelf, BooleanSupplier projected, Consumer<Supplier<String>> problem) {
        this.projected = projected;
        this.session = session;
        this.shelf = shelf;
        this.work = work;
        this.problem = problem;
        run = new LessonRun(session);
    }

    Session session() {
        return session;
    }

    LessonRun run() {
        return run;
    }

    /** Whether a lecturer shows it to a room. */
    boolean isProjected() {
        return projected.getAsBoolean();
    }

    /** Grows whenever something is other than it was. */
    ReadOnlyIntegerProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    private void changed() {
        ready.set(lesson() != null && canRun());
        changes.set(changes.get() + 1);
    }

    /** Null where the contents are in view. */
    Lesson lesson() {
        return opened == null ? null : opened.lesson();
    }

    int at() {
        return at;
    }

    Step step() {
        return lesson().steps().get(at);
    }

    Phase phase() {
        return phase;
    }

    Given given() {
        return given;
    }

    boolean hinted() {
        return hinted;
    }

    /** What was found when the race had run; null before. */
    StepOutcome outcome() {
        return outcome;
    }

    /** How the race stood then; null before. */
    Situation situation() {
        return outcome == null ? null : outcome.there();
    }

    LessonWork done() {
        return done;
    }

    /** What was done of a lesson, now or in an earlier start; empty where nothing was, or the lesson is another by now. */
    Optional<LessonWork> shelved(LessonStore.Opened lesson) {
        return shelf.of(lesson);
    }

    LessonText text() {
        return SpokenLesson.text(lesson());
    }

    StepText words() {
        return text().steps().get(step().id());
    }

    /** What was judged of the step in view; empty where nothing was. */
    Optional<LessonWork.Answered> answered() {
        return done.of(step().id());
    }

    /** Opens a lesson where it was left, or at its beginning. */
    void open(LessonStore.Opened chosen) {
        opened = chosen;
        done = shelf.of(chosen).orElseGet(() -> LessonWork.begun(chosen.lesson().id(), chosen.content(),
                chosen.lesson().steps().get(0).id()));
        show(indexOf(done.at()));
    }

    /** Goes on with what was saved in a session, which is open already. */
    void resume(LessonStore.Opened chosen, LessonWork saved) {
        opened = chosen;
        done = saved;
        at = indexOf(saved.at());
        enter();
        keep();
        changed();
    }

    private int indexOf(String id) {
        return Math.max(0, lesson().steps().stream().map(Step::id).toList().indexOf(id));
    }

    /** Back to the contents; what was done is kept. */
    void close() {
        run.stop();
        opened = null;
        changed();
    }

    /** Goes to a step and has its race as it is there. */
    void show(int step) {
        boolean onward = step == at + 1 && lesson().steps().get(step).open() == null && session.experiment() != null;
        at = step;
        done = done.at(step().id());
        run.stop();
        enter();
        if (!onward) {
            reopen();
        }
        keep();
        changed();
    }

    private void enter() {
        LessonWork.Answered before = answered().orElse(null);
        given = before == null ? null : before.given();
        hinted = before != null && before.hint();
        phase = before != null && before.right() != null && step().task() == null ? Phase.TOLD : Phase.ASKING;
        outcome = null;
    }

    /** The race of the last step that opened one, run as far as the steps since have run it. */
    private void reopen() {
        List<Step> steps = lesson().steps();
        int from = StepPlaces.opener(steps, at);
        if (from < 0) {
            return;
        }
        session.open(SpokenLesson.of(lesson(), steps.get(from).open()).withTitle(text().title()), null, null);
        long there = StepPlaces.reached(steps, from, phase == Phase.TOLD ? at + 1 : at);
        if (there > 0) {
            run.jump(there, () -> judged(false));
        }
    }

    /** What the learner says; it can be said anew until it runs. */
    void say(Given answer) {
        if (phase == Phase.ASKING) {
            given = answer;
            ready.set(canRun());
        }
    }

    /** How many in the room were for each answer; what most said is what is said, as long as it has not run. */
    void poll(LessonWork.Poll votes) {
        done = done.with(votes);
        votes.first().ifPresent(most -> say(new Given.Chosen(most)));
        keep();
        session.markChanged();
    }

    /** Whether there is something to run that has not run. */
    ReadOnlyBooleanProperty readyProperty() {
        return ready.getReadOnlyProperty();
    }

    /** The hint is read. */
    void hint() {
        hinted = true;
        changed();
    }

    private boolean canRun() {
        return phase == Phase.ASKING && (step().task() != null || step().runs() && (step().predict() == null || given != null));
    }

    /** Runs, and then says what came of it. */
    void go() {
        if (lesson() == null || !canRun()) {
            return;
        }
        phase = Phase.RUNNING;
        Exercise task = step().task();
        run.walk(task == null ? step().run() : task.run(), task != null || step().isFree(), () -> judged(true));
        changed();
    }

    /** The race rests where it was to, for the learner where it {@code ran} for them, or where it was brought again. */
    private void judged(boolean ran) {
        Racing racing = session.race().racing();
        Step asked = step();
        Given said = given;
        long from = run.from();
        work.<StepOutcome>submit("lesson.judge", task -> StepOutcome.of(racing, asked, said, from), found -> {
            if (asked == (lesson() == null ? null : step())) {
                outcome = found;
                if (ran) {
                    record(found.right());
                }
                changed();
            }
        }, failure -> {
            phase = phase == Phase.RUNNING ? Phase.ASKING : phase; // it can be run again
            changed();
            problem.accept(Failures.words(failure));
        });
    }

    private void record(Boolean right) {
        done = done.with(new LessonWork.Answered(step().id(), given, right, hinted, false));
        boolean again = step().isFree() || step().task() != null && Boolean.FALSE.equals(right);
        phase = again ? Phase.ASKING : Phase.TOLD; // it can be tried again
        keep();
        session.markChanged();
    }

    /** Past a step without an answer, which is noted. */
    void skip() {
        if (answered().isEmpty() && (step().predict() != null || step().task() != null)) {
            done = done.with(new LessonWork.Answered(step().id(), null, null, hinted, true));
        }
        next();
    }

    void next() {
        if (lesson() != null && at + 1 < lesson().steps().size()) {
            show(at + 1);
        }
    }

    void back() {
        if (lesson() != null && at > 0) {
            show(at - 1);
        }
    }

    private void keep() {
        shelf.keep(done);
        session.lessonProperty().set(done);
    }
}

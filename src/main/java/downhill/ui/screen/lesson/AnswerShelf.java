package downhill.ui.screen.lesson;

import downhill.lesson.LessonWork;
import downhill.store.LessonStore;
import downhill.ui.fx.FxExecutor;
import downhill.ui.session.ExperimentFiles;
import downhill.ui.session.Failures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What was done of each lesson, kept from one start to the next. FX thread; files are read and written off it. */
final class AnswerShelf {
    private final ExperimentFiles files;
    private final FxExecutor work;
    private final Consumer<Supplier<String>> problem;
    private final Map<String, LessonWork> all = new LinkedHashMap<>();
    private final AtomicReference<List<LessonWork>> unkept = new AtomicReference<>();
    /** Whether what earlier starts left is known; before that a file that is written would lose it. */
    private boolean read;
    /** Whether it was tried to read it. */
    private boolean known;
    private final List<Runnable> waiting = new ArrayList<>();

    AnswerShelf(ExperimentFiles files, FxExecutor work, Consumer<Supplier<String>> problem) {
        this.files = files;
        this.work = work;
        this.problem = problem;
    }

    /** Reads what earlier starts left; what was done since it was asked for stays. */
    void load(Runnable then) {
        waiting.add(then);
        work.<List<LessonWork>>submit("lesson.shelf.read", task -> files.lessons(), left -> {
            left.forEach(one -> all.putIfAbsent(one.lesson(), one));
            read = true;
            if (unkept.get() != null) {
                write();
            }
            known();
        }, failure -> {
            problem.accept(Failures.words(failure));
            known();
        });
    }

    /** Once it is known what earlier starts left. */
    void whenKnown(Runnable then) {
        waiting.add(then);
        if (known) {
            known();
        }
    }

    private void known() {
        known = true;
        List<Runnable> now = List.copyOf(waiting);
        waiting.clear();
        now.forEach(Runnable::run);
    }

    /** Of a lesson as it is now: answers to another one of that name are none to this. */
    Optional<LessonWork> of(LessonStore.Opened lesson) {
        return Optional.ofNullable(all.get(lesson.lesson().id())).filter(left -> left.content().equals(lesson.content()));
    }

    /** The newest is written; a writer that finds it gone has been overtaken by one that wrote it. */
    void keep(LessonWork done) {
        if (done.equals(all.put(done.lesson(), done))) {
            return;
        }
        unkept.set(List.copyOf(all.values()));
        if (read) {
            write();
        }
    }

    private void write() {
        unkept.set(List.copyOf(all.values()));
        work.<Boolean>submit("lesson.shelf", task -> written(), written -> { }, failure -> problem.accept(Failures.words(failure)));
    }

    private synchronized boolean written() {
        List<LessonWork> newest = unkept.getAndSet(null);
        if (newest != null) {
            files.keepLessons(newest);
        }
        return newest != null;
    }
}

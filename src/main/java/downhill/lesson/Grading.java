package downhill.lesson;

import downhill.data.Progress;
import downhill.race.Checkpoint;
import downhill.race.RaceState;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.words.Said;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Gives marks to what is handed in: its document is raced again, and that race is judged, not what the file says of it. */
public final class Grading {
    /** What became of a hand-in. */
    public enum Standing {
        /** It was judged. */
        JUDGED,
        /** Something that is locked is other than it was handed out: no marks. */
        UNLIKE,
        /** Its history is none that its document gives: no marks. */
        ALTERED,
        /** It could not be read or raced, so nobody knows what it is worth. */
        DAMAGED
    }

    /**
     * Marks of a task.
     *
     * @param marks given, 0 or all of them
     * @param why   what was found beside what was asked
     */
    public record Mark(Homework.Task task, double marks, Said why) {
    }

    /**
     * What came of a hand-in.
     *
     * @param note  why it was not judged; empty where it was
     * @param marks one for each task; empty where it was not judged
     */
    public record Result(Standing standing, Said note, List<Mark> marks) {
        public Result {
            marks = List.copyOf(marks);
        }

        /** Without marks. */
        public static Result not(Standing standing, Said note) {
            return new Result(standing, note, List.of());
        }

        /** All marks given; NaN where nobody knows. */
        public double total() {
            return standing == Standing.DAMAGED ? Double.NaN : marks.stream().mapToDouble(Mark::marks).sum();
        }
    }

    /** How many times as large as what was handed out a step may be. */
    private static final double MOST = 100;
    private static final double FEWEST = 10_000;

    private final Homework assignment;
    private final Progress progress;

    public Grading(Homework assignment, Progress progress) {
        this.assignment = assignment;
        this.progress = progress;
    }

    /**
     * Judges a session.
     *
     * @throws RuntimeException where it cannot be raced
     */
    public Result of(Checkpoint handedIn) {
        Optional<Said> unlike = unlike(handedIn.experiment());
        if (unlike.isPresent()) {
            return Result.not(Standing.UNLIKE, unlike.get());
        }
        if (isLarge(handedIn.experiment())) {
            return Result.not(Standing.UNLIKE, Said.of("grade.unlike.large"));
        }
        long done = handedIn.courses().stream().mapToLong(course -> course.history().loss().end()).max().orElse(0);
        long to = Math.min(assignment.run(), done);
        try (LessonRace race = new LessonRace(handedIn.experiment(), progress)) {
            Situation there = race.to(to);
            if (there.snapshot().state() == RaceState.FAILED) {
                return Result.not(Standing.DAMAGED, there.snapshot().message());
            }
            Optional<Said> altered = new Replayed(race.courses(), to).difference(handedIn.courses());
            return altered.map(what -> Result.not(Standing.ALTERED, what)).orElseGet(() -> judged(there));
        }
    }

    /** Where the model is not locked, one hand-in could keep all others waiting. */
    private boolean isLarge(Experiment other) {
        return RaceSize.of(other, progress) > MOST * Math.max(FEWEST, RaceSize.of(assignment.experiment(), progress));
    }

    private Result judged(Situation there) {
        StateChecks checks = new StateChecks(there);
        return new Result(Standing.JUDGED, Said.plain(""), assignment.tasks().stream().map(task -> new Mark(task,
                checks.hold(task.check()) ? task.marks() : 0, CheckFact.of(task.check(), there))).toList());
    }

    private Optional<Said> unlike(Experiment other) {
        if (!given(assignment.experiment().problem()).equals(given(other.problem()))) {
            return Optional.of(Said.of("grade.unlike.data"));
        }
        return assignment.locked().stream().map(Grading::lock)
                .filter(lock -> !lock.part().apply(assignment.experiment()).equals(lock.part().apply(other))).findFirst().map(Lock::broken);
    }

    private static Object given(Problem problem) {
        return problem instanceof Problem.Learning learning ? learning.data() : ((Problem.Surface) problem).formula();
    }

    /** What must be as it was handed out, and what is said where it is not. */
    private record Lock(Function<Experiment, Object> part, Said broken) {
    }

    private static Lock lock(String name) {
        return switch (name) {
            case Homework.MODEL -> new Lock(Experiment::problem, Said.of("grade.unlike.model"));
            case Homework.TRAINING -> new Lock(Experiment::training, Said.of("grade.unlike.training"));
            case Homework.SEED -> new Lock(Experiment::seed, Said.of("grade.unlike.seed"));
            case Homework.PRECISION -> new Lock(Experiment::precision, Said.of("grade.unlike.precision"));
            default -> new Lock(experiment -> experiment.contenders().stream().map(Grading::rule).toList(),
                    Said.of("grade.unlike.contenders"));
        };
    }

    /** Who it is and by which rule it walks. */
    private static List<String> rule(ContenderSpec one) {
        return List.of(one.id(), one.ruleId(), Objects.toString(one.ruleText(), ""));
    }
}

package downhill.study.automl;

import downhill.data.Progress;
import downhill.race.document.Experiment;
import downhill.study.Lap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Who trains the trials of AutoML and, at its end, the best of them. */
public interface AutoCrew {
    /**
     * Trials side by side.
     *
     * @param races trials with the same rows and model as contenders of one experiment, called by their numbers
     * @param told  receives what is told of them, on the thread that asks how they stand
     */
    Lap begin(List<Experiment> races, Consumer<AutoNews> told);

    /**
     * The best once more, on all inner rows, the best first.
     *
     * @param go whether there is time for one more, or for those under way to go on; one is made in any case
     * @return one for each; empty where there was no time
     */
    List<Optional<FinalRun>> finals(List<Experiment> best, BooleanSupplier go, Progress progress);

    /** This program, one after the other. */
    static AutoCrew here(AutoCourse course) {
        return new AutoCrew() {
            @Override
            public Lap begin(List<Experiment> races, Consumer<AutoNews> told) {
                return new FoldLaps(course, races, told);
            }

            @Override
            public List<Optional<FinalRun>> finals(List<Experiment> best, BooleanSupplier go, Progress progress) {
                List<Optional<FinalRun>> made = new ArrayList<>();
                for (Experiment each : best) {
                    boolean first = made.stream().noneMatch(run -> run.isPresent() && run.get().made());
                    made.add(first || go.getAsBoolean() ? one(course, each, () -> first || go.getAsBoolean()) : Optional.empty());
                    progress.done((double) made.size() / best.size());
                }
                return made;
            }
        };
    }

    private static Optional<FinalRun> one(AutoCourse course, Experiment experiment, BooleanSupplier go) {
        try {
            return Optional.of(FinalRun.of(course, experiment, go));
        } catch (CancellationException late) {
            return Optional.empty();
        }
    }
}

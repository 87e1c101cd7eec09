package downhill.study.automl;

import downhill.analysis.ensemble.Mixture;
import downhill.analysis.ensemble.Merit;
import downhill.analysis.score.ContenderAnswers;
import downhill.analysis.score.FoldScoring;
import downhill.analysis.score.HeldOut;
import downhill.analysis.score.Predictions;
import downhill.data.Progress;
import downhill.model.Family;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.study.Lap;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Trials trained on folds, those with the same rows and model as contenders of one race; each is judged by what its models say of the rows
 * they did not learn from, all folds together. Models are trained one race after the other, each on all threads.
 */
public final class FoldLaps implements Lap {
    private static final double NANOS = 1e-9;
    /** The number of the first trial, a linear model. */
    private static final String FIRST = "0";

    private static final class Group {
        private final FoldScoring scoring;
        private final String family;
        private final Set<String> racing;

        private Group(FoldScoring scoring, Experiment experiment) {
            this.scoring = scoring;
            this.family = family(experiment);
            this.racing = new HashSet<>(experiment.contenders().stream().map(ContenderSpec::id).toList());
        }
    }

    private final AutoCourse course;
    private final Consumer<AutoNews> told;
    private final List<Group> groups = new ArrayList<>();
    private final Set<Integer> unable = new HashSet<>();
    private AutoNews news = new AutoNews();

    /**
     * Makes all ready.
     *
     * @param races trials with the same rows and model as contenders of one experiment, called by their numbers
     * @param told  receives what is told of them, after each rung
     */
    public FoldLaps(AutoCourse course, List<Experiment> races, Consumer<AutoNews> told) {
        this.course = course;
        this.told = told;
        try {
            races.forEach(this::begin);
        } catch (RuntimeException failure) {
            close();
            throw failure;
        }
        tell();
    }

    private void tell() {
        told.accept(news);
        news = new AutoNews();
    }

    /** What has no room, or does not fit these rows, is no trial; the others are. But where the first one does not, none would. */
    private void begin(Experiment experiment) {
        long begun = System.nanoTime();
        try {
            FoldScoring scoring = new FoldScoring(experiment, course.rows().inner(((Problem.Learning) experiment.problem()).data()),
                    course.rows().folds(), course.metric(), course.library(), course.threads());
            groups.add(new Group(scoring, experiment));
            spent(experiment.contenders().stream().map(ContenderSpec::id).toList(), begun);
        } catch (RuntimeException failure) {
            if (failure instanceof RefusedException && experiment.contenders().get(0).id().equals(FIRST)) {
                throw failure;
            }
            unable(experiment.contenders().stream().map(ContenderSpec::id).toList(), family(experiment), failure);
        }
    }

    /** Whatever went wrong with some trials, the others go on, and it is told. */
    private void unable(Collection<String> ids, String family, RuntimeException failure) {
        for (String id : ids) {
            unable.add(Integer.valueOf(id));
            news.failed(Integer.parseInt(id), family, why(failure));
        }
    }

    /** In words, also of what has none. */
    static Said why(RuntimeException failure) {
        return failure.getMessage() == null ? Said.plain(failure.getClass().getSimpleName()) : Said.message(failure);
    }

    static String family(Experiment experiment) {
        return Family.of(((Problem.Learning) experiment.problem()).model().architecture()).id();
    }

    private void spent(Collection<String> ids, long begun) {
        double seconds = (System.nanoTime() - begun) * NANOS / ids.size();
        ids.forEach(id -> news.spent(Integer.parseInt(id), seconds));
    }

    @Override
    public Map<Integer, Double> advance(long step, BooleanSupplier go) {
        Map<Integer, Double> values = new HashMap<>();
        Progress progress = Progress.asking(go);
        for (Group group : groups) {
            if (group.racing.isEmpty()) {
                continue;
            }
            long begun = System.nanoTime();
            try {
                group.scoring.advance(step, progress);
            } catch (CancellationException cancelled) {
                return null;
            } catch (RuntimeException failure) {
                unable(group.racing, group.family, failure);
                group.racing.clear();
                continue;
            }
            spent(group.racing, begun);
            group.scoring.answers().stream().filter(each -> group.racing.contains(each.id()))
                    .forEach(each -> judge(group, each, step, values));
        }
        unable.forEach(number -> values.put(number, Double.NaN));
        tell();
        return values;
    }

    private void judge(Group group, ContenderAnswers answers, long step, Map<Integer, Double> values) {
        int number = Integer.parseInt(answers.id());
        Predictions inner = pooled(answers);
        Merit quality = inner == null ? null : Merit.of(course.metric(), inner);
        boolean counts = quality != null && Double.isFinite(quality.first());
        values.put(number, counts ? quality.first() : Double.NaN);
        if (!counts) {
            news.failed(number, group.family, Said.of("automl.trouble.diverged", step));
        }
        if (counts && step >= course.steps()) {
            news.keep(new Shelf.Kept(number, group.family, inner, quality));
        }
    }

    /** Fold after fold; null where one diverged. */
    private static Predictions pooled(ContenderAnswers answers) {
        List<Predictions> said = answers.runs().stream().map(HeldOut::predictions).filter(Objects::nonNull).toList();
        return said.size() < answers.runs().size() ? null : Mixture.joined(said);
    }

    @Override
    public void leave(Collection<Integer> numbers) {
        for (int number : numbers) {
            String id = String.valueOf(number);
            groups.stream().filter(group -> group.racing.remove(id)).forEach(group -> group.scoring.stop(id));
            unable.remove(number);
        }
    }

    @Override
    public void close() {
        groups.forEach(group -> group.scoring.close());
    }
}

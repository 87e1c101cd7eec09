package downhill.cli;

import downhill.analysis.curvature.Stability;
import downhill.analysis.step.StepReplay;
import downhill.data.Progress;
import downhill.data.prepare.Prepared;
import downhill.data.source.DataSources;
import downhill.engine.train.RunState;
import downhill.optim.RuleLibrary;
import downhill.race.Race;
import downhill.race.RaceSnapshot;
import downhill.race.StepSetup;
import downhill.race.WholeLoss;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Problem;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Repeats a race, or opens where it stands, and measures the curvature under each contender at moments of its training. */
final class CurvatureJob {
    private static final RuleLibrary RULES = RuleLibrary.complete();

    private final ExplainDocument document;
    private final int moments;
    private final Job job;

    CurvatureJob(ExplainDocument document, int moments, Job job) {
        this.document = document;
        this.moments = moments;
        this.job = job;
    }

    /** By contender, in the order of the document; told takes in what must be known. */
    Map<ContenderSpec, List<Stability>> measured(List<ContenderSpec> wanted, List<Said> told) {
        Progress asked = Progress.asking(() -> !job.cancelled());
        Prepared data = document.experiment().problem() instanceof Problem.Learning learning
                ? DataSources.prepare(learning.data(), document.folder(), asked) : null;
        try (Race race = document.race(data, job, asked)) {
            WholeLoss loss = WholeLoss.of(race.experiment(), data);
            if (loss.data() != null && loss.rows() < loss.data().rows()) {
                told.add(Said.of("curvature.rows", loss.rows(), loss.data().rows()));
            }
            return all(race, data, loss, wanted);
        }
    }

    private Map<ContenderSpec, List<Stability>> all(Race race, Prepared data, WholeLoss loss, List<ContenderSpec> wanted) {
        Map<ContenderSpec, List<Stability>> found = new LinkedHashMap<>();
        try (Stability.Meter meter = new Stability.Meter(loss, race.experiment().seed(), Stability.Care.FULL)) {
            for (ContenderSpec one : wanted) {
                found.put(one, of(race, data, meter, one));
                job.done((double) found.size() / wanted.size());
            }
        }
        return found;
    }

    private List<Stability> of(Race race, Prepared data, Stability.Meter meter, ContenderSpec one) {
        List<Stability> found = new ArrayList<>();
        try (StepReplay replay = new StepReplay(setup(race, data, one, 0), race.experiment().precision())) {
            for (long step : steps(race, one)) {
                if (job.cancelled()) {
                    break;
                }
                RunState state = race.stateAt(one.id(), step).join();
                StepSetup setup = setup(race, data, one, step);
                found.add(meter.at(state, setup, replay.step(state, setup).values()));
            }
        }
        return found;
    }

    private static StepSetup setup(Race race, Prepared data, ContenderSpec one, long step) {
        return StepSetup.of(race.experiment(), data, one.id(), step, 0, RULES);
    }

    /** The last is that after which one more update is known. */
    private List<Long> steps(Race race, ContenderSpec one) {
        long last = race.snapshot().contenders().stream().filter(each -> each.id().equals(one.id()))
                .mapToLong(RaceSnapshot.Standing::step).max().orElse(0);
        return LongStream.rangeClosed(1, moments).map(i -> Math.round((double) Math.max(0, last - 1) * i / moments)).distinct().boxed()
                .toList();
    }
}

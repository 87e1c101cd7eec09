package downhill.cli;

import downhill.analysis.curvature.CurvatureLook;
import downhill.analysis.curvature.LossLine;
import downhill.analysis.curvature.SpectrumDensity;
import downhill.analysis.curvature.Stability;
import downhill.data.Progress;
import downhill.data.prepare.Prepared;
import downhill.data.source.DataSources;
import downhill.engine.train.RunState;
import downhill.optim.RuleLibrary;
import downhill.race.Race;
import downhill.race.RaceSnapshot;
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
    /** Of the spectrum. */
    private static final int PROBES = 4;
    private static final int PRODUCTS = 40;
    /** Steps by which a curve between two points is bent. */
    private static final int BENDS = 100;

    private final ExplainDocument document;
    private final int moments;
    private final Job job;
    private final Asked asked;

    /**
     * What is measured beside curvature.
     *
     * @param measures whether of how each moves, too
     * @param spectrum whether the Hessian's eigenvalues at each one's last moment, too
     * @param between  two points, or none
     */
    record Asked(boolean measures, boolean spectrum, List<Point> between) {
    }

    /**
     * A point of a contender's way.
     *
     * @param step after which; −1 for where it stands
     */
    record Point(ContenderSpec contender, long step) {
    }

    /**
     * What was found.
     *
     * @param moments  by contender
     * @param spectra  by contender; none where not asked for
     * @param straight along the line between two points; null where not asked for
     * @param curved   along the curve between them
     */
    record Found(Map<ContenderSpec, List<Stability>> moments, Map<String, SpectrumDensity> spectra, LossLine straight, LossLine curved) {
    }

    CurvatureJob(ExplainDocument document, int moments, Job job, Asked asked) {
        this.document = document;
        this.moments = moments;
        this.job = job;
        this.asked = asked;
    }

    /** By contender, in the order of the document; told takes in what must be known. Given up where the job is cancelled. */
    Found measured(List<ContenderSpec> wanted, List<Said> told) {
        Progress progress = Progress.asking(() -> !job.cancelled());
        Prepared data = document.experiment().problem() instanceof Problem.Learning learning
                ? DataSources.prepare(learning.data(), document.folder(), progress) : null;
        try (Race race = document.race(data, job, progress);
                CurvatureLook look = new CurvatureLook(race::experiment, data, RULES, Stability.Care.FULL)) {
            look.heed(progress);
            WholeLoss loss = look.loss();
            if (loss.data() != null && loss.rows() < loss.data().rows()) {
                told.add(Said.of("curvature.rows", loss.rows(), loss.data().rows()));
            }
            Map<ContenderSpec, List<Stability>> found = all(race, look, wanted);
            return between(race, look, found, asked.spectrum() ? spectra(race, look, wanted) : Map.of());
        }
    }

    private Map<ContenderSpec, List<Stability>> all(Race race, CurvatureLook look, List<ContenderSpec> wanted) {
        Map<ContenderSpec, List<Stability>> found = new LinkedHashMap<>();
        for (ContenderSpec one : wanted) {
            List<Stability> moments = new ArrayList<>();
            for (long step : steps(race, one)) {
                RunState state = race.stateAt(one.id(), step).join();
                moments.add(asked.measures() ? look.all(one.id(), state) : look.stability(one.id(), state));
            }
            found.put(one, moments);
            job.done((double) found.size() / wanted.size());
        }
        return found;
    }

    private static Map<String, SpectrumDensity> spectra(Race race, CurvatureLook look, List<ContenderSpec> wanted) {
        Map<String, SpectrumDensity> spectra = new LinkedHashMap<>();
        for (ContenderSpec one : wanted) {
            spectra.put(one.name(), look.spectrum(one.id(), state(race, new Point(one, -1)), PROBES, PRODUCTS));
        }
        return spectra;
    }

    private Found between(Race race, CurvatureLook look, Map<ContenderSpec, List<Stability>> moments,
                          Map<String, SpectrumDensity> spectra) {
        if (asked.between().isEmpty()) {
            return new Found(moments, spectra, null, null);
        }
        RunState from = state(race, asked.between().get(0));
        RunState to = state(race, asked.between().get(1));
        return new Found(moments, spectra, look.straight(from, to), look.curved(from, to, BENDS));
    }

    private static RunState state(Race race, Point point) {
        return race.stateAt(point.contender().id(), point.step() < 0 ? last(race, point.contender()) : point.step()).join();
    }

    private static long last(Race race, ContenderSpec one) {
        return race.snapshot().contenders().stream().filter(each -> each.id().equals(one.id()))
                .mapToLong(RaceSnapshot.Standing::step).max().orElse(0);
    }

    /** The last is that after which one more update is known. */
    private List<Long> steps(Race race, ContenderSpec one) {
        long last = last(race, one);
        return LongStream.rangeClosed(1, moments).map(i -> Math.round((double) Math.max(0, last - 1) * i / moments)).distinct().boxed()
                .toList();
    }
}

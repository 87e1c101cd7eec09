package downhill.ui.screen.evaluate;

import downhill.analysis.score.ContenderAnswers;
import downhill.analysis.score.Glance;
import downhill.analysis.score.ScoreMetric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Notes the scores of all runs at each glance. One thread. */
final class CourseNotes {
    /** Runs whose course is kept of each contender: more of them change no band. */
    private static final int MOST_RUNS = 200;

    private final TreeSet<Long> steps = new TreeSet<>();
    private final Map<String, Map<Run, Map<Long, Double>>> byRun = new LinkedHashMap<>();

    private record Run(ScoreCourse.Place place, long seed) {
    }

    /** By a metric. */
    void add(Glance glance, ScoreMetric metric) {
        steps.add(glance.step());
        glance.answers().forEach(each -> add(each, metric, glance.step()));
    }

    private void add(ContenderAnswers contender, ScoreMetric metric, long step) {
        Map<Run, Map<Long, Double>> runs = byRun.computeIfAbsent(contender.id(), unused -> new LinkedHashMap<>());
        contender.scores(metric).runs().forEach(run -> {
            Run key = new Run(new ScoreCourse.Place(run.repeat(), run.fold()), run.seed());
            if (runs.containsKey(key) || runs.size() < MOST_RUNS) {
                runs.computeIfAbsent(key, unused -> new LinkedHashMap<>()).put(step, run.value());
            }
        });
    }

    List<ScoreCourse> courses() {
        long[] at = steps.stream().mapToLong(Long::longValue).toArray();
        boolean[] whole = new boolean[at.length];
        for (int i = 0; i < at.length; i++) {
            long step = at[i];
            whole[i] = byRun.values().stream().flatMap(runs -> runs.values().stream()).allMatch(run -> run.containsKey(step));
        }
        List<ScoreCourse> courses = new ArrayList<>();
        byRun.forEach((id, runs) -> courses.add(new ScoreCourse(id, at, whole, runs.keySet().stream().map(Run::place).toList(),
                runs.values().stream()
                .map(run -> Arrays.stream(at).mapToDouble(step -> run.getOrDefault(step, Double.NaN)).toArray())
                .toArray(double[][]::new))));
        return courses;
    }
}

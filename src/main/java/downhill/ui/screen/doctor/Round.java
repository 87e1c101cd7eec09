package downhill.ui.screen.doctor;

import downhill.analysis.diagnosis.Health;
import downhill.analysis.diagnosis.Finding;
import downhill.analysis.diagnosis.PlainScore;
import downhill.analysis.diagnosis.RunDoctor;
import downhill.analysis.diagnosis.Yardstick;
import downhill.data.prepare.Prepared;
import downhill.engine.train.RunState;
import downhill.race.RaceSnapshot;
import downhill.race.Racing;
import downhill.race.document.Experiment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the doctor saw when it last looked at all contenders.
 *
 * @param findings   as {@link RunDoctor} tells them
 * @param reports    of what was tried
 * @param conditions of all that have begun, by id
 */
record Round(List<Finding> findings, List<FollowUp> reports, Map<String, Health> conditions) {
    static final Round NONE = new Round(List.of(), List.of(), Map.of());

    Round {
        findings = List.copyOf(findings);
        reports = List.copyOf(reports);
        conditions = Map.copyOf(conditions);
    }

    /** The same with some of its findings. */
    Round with(List<Finding> some) {
        return new Round(some, reports, conditions);
    }

    /**
     * Looks at a race as it stands; on any thread, for as long as reading its curves takes, and some batches of those that hardly learn.
     *
     * @param states where contenders are, by id
     */
    static Round of(Racing race, Prepared data, RaceSnapshot now, Map<String, RunState> states) {
        Experiment document = race.experiment();
        Map<String, Visit> visits = new LinkedHashMap<>();
        now.contenders().forEach(standing -> Visit.of(race, document, standing)
                .map(visit -> visit.into(document, data, states.get(standing.id()))).ifPresent(visit -> visits.put(standing.id(), visit)));
        List<Finding> found = RunDoctor.of(document, data, visits.values().stream().map(Visit::patient).toList());
        boolean classes = data.task().isClassification();
        Map<String, Health> conditions = new LinkedHashMap<>();
        visits.forEach((id, visit) -> conditions.put(id, wantScores(document, found, classes)
                ? visit.condition().scored(score(document, data, states.get(id))) : visit.condition()));
        return new Round(found, new Reports(document, visits, conditions, now, data).all(), conditions);
    }

    /** They are measured where a remedy changes what the loss is, since before it was tried is compared with after. */
    private static boolean wantScores(Experiment document, List<Finding> found, boolean classes) {
        return found.stream().anyMatch(one -> one.remedies().stream()
                .anyMatch(remedy -> Yardstick.of(one.kind(), remedy.setting(), classes).isScore()))
                || document.tried().stream().anyMatch(one -> Reports.yardstick(one, classes).isScore());
    }

    private static double score(Experiment document, Prepared data, RunState state) {
        return state == null ? Double.NaN : PlainScore.of(document, data, state.parameters());
    }

    /** How a contender does, or the best of all where {@code id} is null; null where it has not begun. */
    Health condition(String id) {
        return id == null ? Health.ofAll(conditions.values()) : conditions.get(id);
    }
}

package downhill.ui.screen.doctor;

import downhill.analysis.diagnosis.Health;
import downhill.analysis.diagnosis.Healing;
import downhill.analysis.diagnosis.Finding;
import downhill.analysis.diagnosis.RunDoctor;
import downhill.data.prepare.Prepared;
import downhill.engine.train.RunState;
import downhill.race.RaceSnapshot;
import downhill.race.RaceState;
import downhill.race.Racing;
import downhill.race.document.Experiment;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

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
    static Round of(Racing race, Prepared data, RaceSnapshot now, Map<String, RunState> states, List<Treatment> treatments) {
        Experiment document = race.experiment();
        Map<String, Visit> visits = new LinkedHashMap<>();
        now.contenders().forEach(standing -> Visit.of(race, document, standing)
                .map(visit -> visit.into(document, data, states.get(standing.id()))).ifPresent(visit -> visits.put(standing.id(), visit)));
        List<Finding> found = RunDoctor.of(document, data, visits.values().stream().map(Visit::patient).toList());
        int rows = data.validation().count();
        boolean ended = now.state() == RaceState.ENDED;
        List<FollowUp> reports = treatments.stream().filter(each -> each.holds(document)).map(each -> each.branch() == null
                ? ofAll(each, visits, now.step(), ended, rows) : ofBranch(each, visits, rows)).filter(Objects::nonNull).toList();
        return new Round(found, reports, visits.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                entry -> entry.getValue().condition())));
    }

    /** Beside its parent, which is judged by what it had at the same step; null while the branch has not begun. */
    private static FollowUp ofBranch(Treatment treatment, Map<String, Visit> visits, int rows) {
        Visit branch = visits.get(treatment.branch());
        Visit parent = visits.get(treatment.finding().id());
        if (branch == null) {
            return null;
        }
        Health before = parent == null ? treatment.before().get(treatment.finding().id()) : parent.beside(branch).condition();
        return before == null ? null : new FollowUp(treatment, Healing.of(treatment.finding().kind(), before, branch.condition()),
                branch.step(), branch.ended(), branch.patient().spec().seeds(), rows);
    }

    /** Beside the race that was there before, the best of all contenders or the one that was ill. */
    private static FollowUp ofAll(Treatment treatment, Map<String, Visit> visits, long step, boolean ended, int rows) {
        String id = treatment.finding().id();
        Map<String, Health> now = visits.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                entry -> entry.getValue().condition()));
        Health before = id == null ? all(treatment.before().values()) : treatment.before().get(id);
        Health after = id == null ? all(now.values()) : now.get(id);
        return before == null || after == null ? null
                : new FollowUp(treatment, Healing.of(treatment.finding().kind(), before, after), step, ended,
                visits.values().stream().mapToInt(visit -> visit.patient().spec().seeds()).min().orElse(1), rows);
    }

    private static Health all(Collection<Health> each) {
        return new Health(each.stream().mapToDouble(Health::best).filter(Double::isFinite).min().orElse(Double.NaN),
                each.stream().mapToDouble(Health::now).filter(Double::isFinite).min().orElse(Double.NaN),
                each.stream().anyMatch(Health::diverged));
    }
}

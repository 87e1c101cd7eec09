package downhill.ui.screen.doctor;

import downhill.analysis.diagnosis.Ailment;
import downhill.analysis.diagnosis.Health;
import downhill.analysis.diagnosis.Healing;
import downhill.analysis.diagnosis.Yardstick;
import downhill.data.prepare.Prepared;
import downhill.race.RaceSnapshot;
import downhill.race.RaceState;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.TriedRemedy;
import downhill.store.ExperimentStore;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What has come of all that was tried: as it stands, where it is still what is raced, else what was written down of it. */
final class Reports {
    private final Experiment document;
    private final Map<String, Visit> visits;
    private final Map<String, Health> conditions;
    private final RaceSnapshot now;
    private final int rows;
    private final boolean classes;

    /** Of contenders that have begun, by id. */
    Reports(Experiment document, Map<String, Visit> visits, Map<String, Health> conditions, RaceSnapshot now, Prepared data) {
        this.document = document;
        this.visits = visits;
        this.conditions = conditions;
        this.now = now;
        rows = data.validation().count();
        classes = data.task().isClassification();
    }

    static Yardstick yardstick(TriedRemedy one, boolean classes) {
        return Yardstick.of(Ailment.of(one.ailment()), one.setting(), classes);
    }

    /** In the order in which they were tried. */
    List<FollowUp> all() {
        String setup = document.tried().isEmpty() ? "" : ExperimentStore.setup(document);
        return document.tried().stream().map(one -> told(one, setup)).filter(Objects::nonNull).toList();
    }

    private FollowUp told(TriedRemedy one, String setup) {
        FollowUp live = live(one, setup);
        return live != null || one.effect() == null ? live : new FollowUp(one, one.effect(), true);
    }

    /** Null where something else is raced now, or it has not begun. */
    private FollowUp live(TriedRemedy one, String setup) {
        if (one.branch() != null) {
            return ofBranch(one);
        }
        return setup.equals(one.setup()) ? ofAll(one) : null;
    }

    /** Beside its parent, which is judged by what it had at the same step. */
    private FollowUp ofBranch(TriedRemedy one) {
        Visit branch = visits.get(one.branch());
        Visit parent = visits.get(one.contender());
        if (branch == null) {
            return null;
        }
        Health before = parent == null ? Health.of(one.before()) : parent.beside(branch).condition();
        Healing healing = Healing.of(yardstick(one, classes), before, branch.condition());
        return new FollowUp(one, healing.kept(branch.step(), branch.patient().spec().seeds(), rows), branch.ended());
    }

    /** Beside the race that was there before, the best of all contenders or the one that was ill. */
    private FollowUp ofAll(TriedRemedy one) {
        Health after = one.contender() == null ? Health.ofAll(conditions.values()) : conditions.get(one.contender());
        if (after == null || conditions.isEmpty()) {
            return null;
        }
        int seeds = document.contenders().stream().mapToInt(ContenderSpec::seeds).min().orElse(1);
        Healing healing = Healing.of(yardstick(one, classes), Health.of(one.before()), after);
        return new FollowUp(one, healing.kept(now.step(), seeds, rows), now.state() == RaceState.ENDED);
    }
}

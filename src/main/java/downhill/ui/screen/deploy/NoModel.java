package downhill.ui.screen.deploy;

import downhill.race.Outcome;
import downhill.race.RaceSnapshot;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Problem;
import downhill.ui.fit.Absent;
import downhill.ui.fit.ContenderModel;
import downhill.ui.i18n.Messages;
import downhill.ui.session.LoadedData;
import downhill.ui.session.Obstacles;
import downhill.ui.session.Session;
import downhill.ui.session.Snapshots;
import java.util.List;

/** Why there is no model that could be deployed. FX thread. */
final class NoModel {
    private NoModel() {
    }

    /** The contender that is chosen, else the first; null where there is nobody. */
    static ContenderSpec contender(Session session) {
        if (session.experiment() == null) {
            return null;
        }
        List<ContenderSpec> all = session.experiment().contenders();
        String id = session.selection().contenderProperty().get();
        return all.stream().filter(one -> one.id().equals(id)).findFirst().orElse(all.isEmpty() ? null : all.get(0));
    }

    /** Why none could be trained, in a sentence; empty where one can. */
    static String reason(Session session, ContenderSpec contender) {
        String reason = Obstacles.noExperiment(session);
        if (!reason.isEmpty()) {
            return reason;
        }
        if (!(session.experiment().problem() instanceof Problem.Learning learning)) {
            return Messages.text("why.deploy.surface");
        }
        LoadedData data = session.dataProperty().get();
        if (data == null || !data.isUsable() || !data.spec().equals(learning.data()) || !session.race().isOpen()) {
            return Messages.text("why.deploy.data");
        }
        if (contender == null) {
            return Messages.text("why.deploy.contenders");
        }
        return Snapshots.of(session.snapshotProperty().get(), contender.id()).isEmpty() ? Messages.text("why.deploy.data") : "";
    }

    /** Whether there is nothing yet that anybody has learned; {@code now} asks where the race stands, not what it recorded. */
    static boolean isUntrained(Session session, RaceSnapshot.Standing standing, boolean now) {
        boolean begun = session.race().racing() != null && session.race().racing().recordedSteps() > 0;
        return !begun || now && standing != null && standing.step() == 0;
    }

    /** Why nothing has been learned that could be taken; {@code moment} is the step of which it is asked, null where there is none. */
    static String untrained(Session session, RaceSnapshot.Standing standing, boolean now, ContenderModel.Moment moment) {
        if (isUntrained(session, standing, now)) {
            return Messages.text("why.deploy.untrained");
        }
        boolean lost = standing.outcome() == Outcome.UNBORN || standing.outcome() == Outcome.DIVERGED;
        if (now && lost) {
            return Absent.of(session, standing.id());
        }
        return moment == null ? Messages.text("scoring.save.noBest") : "";
    }
}

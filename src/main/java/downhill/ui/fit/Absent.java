package downhill.ui.fit;

import downhill.race.Outcome;
import downhill.race.RaceSnapshot;
import downhill.race.document.ContenderSpec;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.session.Session;
import downhill.ui.session.Snapshots;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who is shown, and why there may be nothing to see of somebody. */
public final class Absent {
    private Absent() {
    }

    /** Those not muted, in the order of the document. */
    public static List<ContenderSpec> shown(Session session) {
        return session.experiment() == null ? List.of()
                : session.experiment().contenders().stream().filter(session.selection()::isShown).toList();
    }

    /** By contender, a sentence in place of its picture. */
    public static Map<String, String> words(Session session) {
        Map<String, String> words = new HashMap<>();
        shown(session).forEach(one -> words.put(one.id(), of(session, one.id())));
        return words;
    }

    /** Why there may be nothing to see of a contender, as it stands now. */
    public static String of(Session session, String contender) {
        return Snapshots.of(session.snapshotProperty().get(), contender).map(Absent::of).orElseGet(() -> Messages.text("fit.absent"));
    }

    private static String of(RaceSnapshot.Standing standing) {
        if (standing.outcome() == Outcome.UNBORN) {
            return Messages.text("fit.unborn", Numbers.count(standing.step()));
        }
        return standing.outcome() == Outcome.DIVERGED ? Messages.text("fit.diverged", Numbers.count(standing.outcomeStep()))
                : Messages.text("fit.absent");
    }
}

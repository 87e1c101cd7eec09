package downhill.ui.session;

import downhill.race.document.Problem;
import downhill.ui.i18n.Messages;

/** Why something cannot be done with the experiment now, in the language of the window; empty where it can. */
public final class Obstacles {
    private Obstacles() {
    }

    /** As long as the first experiment is being read. */
    public static String noExperiment(Session session) {
        return session.experiment() == null ? Messages.text("why.experiment") : "";
    }

    /** Where no contender is chosen. */
    public static String noContender(Session session) {
        String reason = noExperiment(session);
        return reason.isEmpty() && session.selection().contenderProperty().get() == null ? Messages.text("why.contender") : reason;
    }

    /** Where several seeds would all do the same. */
    public static String noChance(Session session) {
        String reason = noExperiment(session);
        boolean surface = reason.isEmpty() && session.experiment().problem() instanceof Problem.Surface;
        return surface ? Messages.text("why.chance") : reason;
    }

    /** Where no race is open. */
    public static String noRace(Session session) {
        String reason = noExperiment(session);
        return reason.isEmpty() && !session.race().isOpen() ? Messages.text("why.race") : reason;
    }
}

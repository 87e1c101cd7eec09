package downhill.ui.ask;

import downhill.ui.i18n.Messages;
import downhill.ui.fit.Absent;
import downhill.ui.session.Session;

/** Why nobody is asked. */
final class Unasked {
    private Unasked() {
    }

    /**
     * In words; empty where somebody is asked.
     *
     * @param session whose contenders are asked; null where a saved model is
     * @param failed  what went wrong; empty for nothing
     */
    static String why(Session session, String failed, ScoringModel model) {
        if (!failed.isEmpty()) {
            return failed;
        }
        if (session != null && session.experiment() != null && Absent.shown(session).isEmpty()) {
            return Messages.text("compare.none.how");
        }
        if (model.candidates().isEmpty()) {
            return Messages.text("metrics.soon.how");
        }
        return model.isComplete() ? "" : Messages.text("scoring.nothing");
    }
}

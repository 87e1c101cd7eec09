package downhill.ui.session;

import downhill.race.document.ContenderSpec;

/** Whether a contender's model is asked at other numbers than those it trains. */
public final class AskedElsewhere {
    private AskedElsewhere() {
    }

    /** For its rule says so, or a mean of its weights answers. */
    public static boolean is(Session session, ContenderSpec contender) {
        return contender.settledWeights().average() != null
                || session.ruleOf(contender).filter(rule -> rule.answerRow() >= 0).isPresent();
    }
}

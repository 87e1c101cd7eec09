package downhill.ui.screen.formula;

import downhill.optim.Hyperparameter;
import downhill.optim.Rule;
import downhill.race.document.ContenderSpec;
import downhill.ui.session.Edits;
import downhill.ui.session.Session;
import java.util.Optional;

/** The chosen contender, its rule, and the numbers in force. */
final class FormulaModel {
    private final Session session;

    FormulaModel(Session session) {
        this.session = session;
    }

    Optional<ContenderSpec> contender() {
        String id = session.selection().contenderProperty().get();
        return session.experiment() == null ? Optional.empty()
                : session.experiment().contenders().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    Optional<Rule> rule() {
        return contender().flatMap(session::ruleOf);
    }

    double value(ContenderSpec contender, Hyperparameter hyperparameter) {
        return Edits.inForce(contender, hyperparameter);
    }

    /** Takes effect at the next step; an illegal value changes nothing. */
    void set(ContenderSpec contender, Hyperparameter hyperparameter, double value) {
        if (hyperparameter.problemWith(value) == null && value != value(current(contender), hyperparameter)) {
            session.changeHyperparameter(contender.id(), hyperparameter.key(), value);
        }
    }

    private ContenderSpec current(ContenderSpec contender) {
        return session.experiment().contenders().stream().filter(one -> one.id().equals(contender.id())).findFirst().orElse(contender);
    }
}

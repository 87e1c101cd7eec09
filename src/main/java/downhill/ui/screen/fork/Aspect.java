package downhill.ui.screen.fork;

import downhill.optim.Hyperparameter;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.RuleWords;
import java.util.ArrayList;
import java.util.List;

/**
 * What of a contender can be changed in a branch.
 *
 * @param number the hyperparameter, where it is one; else null
 */
record Aspect(Kind kind, Hyperparameter number) {
    /** Sorts of change. */
    enum Kind { NUMBER, RULE, BATCH, L1, L2, PARAMETER }

    /** All that a parent offers: its numbers first, the learning rate at their head. */
    static List<Aspect> of(ForkModel model) {
        List<Aspect> all = new ArrayList<>();
        model.rule().hyperparameters().forEach(one -> all.add(new Aspect(Kind.NUMBER, one)));
        all.add(new Aspect(Kind.RULE, null));
        if (model.session().experiment().problem() instanceof downhill.race.document.Problem.Learning) {
            all.add(new Aspect(Kind.BATCH, null));
        }
        all.add(new Aspect(Kind.L1, null));
        all.add(new Aspect(Kind.L2, null));
        all.add(new Aspect(Kind.PARAMETER, null));
        return all;
    }

    String words() {
        return switch (kind) {
            case NUMBER -> Messages.text("formula.name", number.symbol(), RuleWords.name(number));
            case RULE -> Messages.text("fork.rule");
            case BATCH -> Messages.text("fork.batch");
            case L1 -> Messages.text("fork.l1");
            case L2 -> Messages.text("fork.l2");
            case PARAMETER -> Messages.text("fork.parameter");
        };
    }
}

package downhill.ui.screen.lecture;

import downhill.analysis.diagnosis.BestValidation;
import downhill.race.Outcome;
import downhill.race.Racing.Quantity;
import downhill.race.document.TrainingSpec.EarlyStopping;
import downhill.race.history.Curve;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.Spoken;
import java.util.Optional;

/** Why a contender is out, or stopped before its time. */
final class EndReason {
    private EndReason() {
    }

    static Optional<String> of(Facts facts) {
        return switch (facts.now().outcome()) {
            case DIVERGED -> SurfaceReason.tooFar(facts).or(() -> Optional.of(diverged(facts)));
            case EARLY_STOPPED -> stopped(facts);
            default -> Optional.empty();
        };
    }

    /** How its loss rose, at which rate, and what was the first to be no number. */
    private static String diverged(Facts facts) {
        Curve losses = facts.curves().apply(Quantity.TRAINING_LOSS).upTo(facts.now().outcomeStep());
        int lowest = -1;
        int last = -1;
        for (int i = 0; i < losses.size(); i++) {
            double loss = losses.y()[i];
            lowest = Double.isFinite(loss) && (lowest < 0 || loss <= losses.y()[lowest]) ? i : lowest;
            last = Double.isFinite(loss) ? i : last;
        }
        String rate = RateReason.inUse(facts);
        String rose = last > lowest ? Messages.text("cause.diverged.rose", rate, Numbers.format(losses.y()[lowest]), step(losses, lowest),
                Numbers.format(losses.y()[last]), step(losses, last)) : Messages.text("cause.diverged.at", rate);
        return rose + what(facts);
    }

    private static String what(Facts facts) {
        return facts.now().outcomeWhat() == null ? Messages.text("cause.end")
                : Messages.text("cause.diverged.what", Spoken.text(facts.now().outcomeWhat()), Numbers.format(facts.now().outcomeValue()));
    }

    private static String step(Curve curve, int point) {
        return Numbers.count((long) curve.x()[point]);
    }

    private static Optional<String> stopped(Facts facts) {
        EarlyStopping rule = facts.experiment().training().earlyStopping();
        Curve validation = facts.curves().apply(Quantity.VALIDATION_LOSS);
        return rule == null || facts.now().outcome() != Outcome.EARLY_STOPPED ? Optional.empty()
                : BestValidation.of(validation).map(best -> Messages.text("cause.stopped", Numbers.count(rule.patience()),
                        Numbers.format(best.loss()), Numbers.count(best.step()), Numbers.format(validation.y()[validation.size() - 1])));
    }
}

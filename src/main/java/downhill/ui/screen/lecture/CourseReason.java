package downhill.ui.screen.lecture;

import downhill.analysis.diagnosis.BestValidation;
import downhill.analysis.diagnosis.CurveDiagnosis;
import downhill.analysis.diagnosis.Diagnosis;
import downhill.analysis.diagnosis.Overfitting;
import downhill.race.Racing.Quantity;
import downhill.race.history.Curve;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.List;
import java.util.Optional;

/** What the curves up to now say: it overfits, it has come to rest, its validation is as low as never before. */
final class CourseReason {
    private CourseReason() {
    }

    static Optional<String> of(Facts facts) {
        return overfits(facts).or(() -> trouble(facts)).or(() -> best(facts));
    }

    private static Optional<String> overfits(Facts facts) {
        Curve validation = facts.curves().apply(Quantity.VALIDATION_LOSS);
        return Overfitting.of(validation, facts.curves().apply(Quantity.TRAINING_LOSS), facts.now().validationLoss())
                .map(found -> Messages.text("cause.overfits", Numbers.format(found.best().loss()), Numbers.count(found.best().step()),
                        Numbers.format(found.now())));
    }

    private static Optional<String> trouble(Facts facts) {
        Curve losses = facts.curves().apply(Quantity.TRAINING_LOSS);
        List<Diagnosis> found = CurveDiagnosis.ofTraining(losses.x(), losses.y());
        return found.stream().findFirst().flatMap(one -> words(one, Numbers.plain(facts.now().learningRate())));
    }

    private static Optional<String> words(Diagnosis one, String rate) {
        return switch (one.trouble()) {
            case GROWING -> Optional.of(Messages.text("cause.growing", Numbers.format(one.value()), rate));
            case RATE_TOO_SMALL -> Optional.of(Messages.text("cause.slow", Numbers.percent(one.value()), rate));
            case PLATEAU -> Optional.of(one.value() > 0 ? Messages.text("cause.rests.gain", Numbers.format(100 * one.value()))
                    : Messages.text("cause.rests"));
            default -> Optional.empty();
        };
    }

    /** Where the last validation told was the lowest of all. */
    private static Optional<String> best(Facts facts) {
        Curve validation = facts.curves().apply(Quantity.VALIDATION_LOSS);
        Optional<BestValidation> now = BestValidation.of(validation).filter(best -> facts.isNew(best.step()));
        Optional<BestValidation> before = now.flatMap(best -> BestValidation.of(validation.upTo(best.step() - 1)));
        return before.map(old -> Messages.text("cause.best", Numbers.format(now.get().loss()), Numbers.count(now.get().step()),
                Numbers.format(old.loss()), Numbers.count(old.step())));
    }
}

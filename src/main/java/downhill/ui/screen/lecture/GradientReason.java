package downhill.ui.screen.lecture;

import downhill.analysis.diagnosis.Diagnosis;
import downhill.analysis.diagnosis.StepDiagnosis;
import downhill.analysis.diagnosis.Trouble;
import downhill.analysis.step.StepRecord;
import downhill.model.Architecture;
import downhill.model.Family;
import downhill.race.document.Problem;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** How long the gradient was, the step that the rule made of it, and by how much that step had to change the loss: g·Δθ, to first order. */
final class GradientReason {
    private static final int MANY_ROWS = 16;

    private GradientReason() {
    }

    static Optional<String> of(Facts facts) {
        StepRecord step = facts.step();
        if (step == null) {
            return Optional.empty();
        }
        double gradient = length(step.gradient().total());
        double length = length(step.changes());
        double slope = slope(step);
        if (!Double.isFinite(gradient) || !Double.isFinite(length) || !Double.isFinite(slope)) {
            return Optional.empty();
        }
        return Optional.of(dead(facts).or(() -> StepDiagnosis.vanishing(step))
                .map(GradientReason::words)
                .orElseGet(() -> words(step.step() < facts.now().step() ? "cause.step." : "cause.gradient.", gradient, length, slope)));
    }

    /** Few rows, or dropped values, leave units without a gradient that are well. */
    private static Optional<Diagnosis> dead(Facts facts) {
        boolean few = facts.batch() > 0 && facts.batch() < MANY_ROWS;
        if (few || !(facts.experiment().problem() instanceof Problem.Learning learning) || learning.model().dropout() > 0) {
            return Optional.empty();
        }
        Architecture architecture = learning.model().architecture();
        return StepDiagnosis.unreached(facts.step(), Family.of(architecture).reluViews(architecture));
    }

    private static String words(Diagnosis found) {
        return found.trouble() == Trouble.DEAD_UNITS ? Messages.text("cause.dead", Numbers.percent(found.value()), found.array())
                : Messages.text("cause.vanishing", found.array(), Numbers.format(found.value()));
    }

    private static String words(String key, double gradient, double length, double slope) {
        return Messages.text(key + (slope > 0 ? "rises" : "falls"), Numbers.format(gradient), Numbers.format(length),
                Numbers.format(Math.abs(slope)));
    }

    private static double slope(StepRecord step) {
        double[] changes = step.changes();
        double[] data = step.gradient().data();
        return IntStream.range(0, changes.length).mapToDouble(i -> data[i] * changes[i]).sum();
    }

    private static double length(double[] values) {
        return Math.sqrt(Arrays.stream(values).map(value -> value * value).sum());
    }
}

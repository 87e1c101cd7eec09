package downhill.analysis.diagnosis;

import downhill.model.Activation;
import downhill.race.history.Curve;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What goes wrong inside a model; each method looks for one thing. Asked only of those who have hardly learned, or whose loss jumps, since
 * who has learned may well have idle units and small gradients. The thresholds stand in docs/run-doctor.md.
 */
final class InsideAilments {
    /** A training loss above this part of the first has hardly been learned. */
    private static final double HARDLY = 0.5;
    /** Nor is one above this part learned well. */
    private static final double PARTLY = 0.2;
    /** Of the steps; before it nobody has learned. */
    private static final double EARLY = 0.1;
    /** Of a layer's relu units. */
    private static final double DEAD = 0.5;
    /** Gradients of the first weights below this part of the last ones' hardly move them. */
    private static final double VANISHING = 1e-3;
    /** A hundredth more of all parameters changes the loss more than tenfold. */
    private static final double EXPLODING = 1e3;
    /** Of the values of a layer's bounded units. */
    private static final double SATURATED = 0.5;
    /** So many times more noise than gradient. */
    private static final double NOISY = 10;
    private static final int MORE = 8;
    private static final double DOWN = 0.1;

    private final DataFacts facts;
    private final Remedies remedies;
    private final CurveAilments curves;

    InsideAilments(DataFacts facts, Remedies remedies, CurveAilments curves) {
        this.facts = facts;
        this.remedies = remedies;
        this.curves = curves;
    }

    /** Whether it has done some steps, and the part of the first loss that is left is above {@code part}. */
    private boolean isLeft(Patient patient, double part) {
        Curve losses = patient.training();
        return patient.done() >= EARLY && LossLevels.tell(losses) && LossLevels.of(losses).now() > part * curves.first(patient);
    }

    /** What keeps it from learning. */
    Optional<Finding> hindered(Patient patient) {
        Optional<Vitals> inside = isLeft(patient, PARTLY) ? patient.vitals() : Optional.empty();
        return inside.flatMap(vitals -> dead(patient, vitals).or(() -> slowed(patient, vitals)));
    }

    private Optional<Finding> slowed(Patient patient, Vitals vitals) {
        return isLeft(patient, HARDLY) ? exploding(patient, vitals).or(() -> saturated(patient, vitals))
                .or(() -> vanishing(patient, vitals)) : Optional.empty();
    }

    /** Where inputs are out of scale that comes first. */
    private Optional<Remedy> scaledOr(Optional<Remedy> other) {
        return facts.scale().isPresent() ? Optional.of(remedies.scaling()) : other;
    }

    private Optional<Finding> dead(Patient patient, Vitals vitals) {
        Optional<Vitals.Layer> worst = vitals.layers().stream().max(Comparator.comparingDouble(Vitals.Layer::dead))
                .filter(layer -> layer.dead() >= DEAD);
        return worst.flatMap(layer -> found(patient, Ailment.DEAD_UNITS, Said.of("finding.dead", patient.name(), layer(layer),
                percent(layer.dead()), vitals.step()), patient.birth(), scaledOr(rate(patient)), gelu()));
    }

    private Optional<Finding> saturated(Patient patient, Vitals vitals) {
        Optional<Vitals.Layer> worst = vitals.layers().stream().max(Comparator.comparingDouble(Vitals.Layer::saturated))
                .filter(layer -> layer.saturated() >= SATURATED);
        return worst.flatMap(layer -> found(patient, Ailment.SATURATION, Said.of("finding.saturated", patient.name(), layer(layer),
                percent(layer.saturated()), vitals.step()), patient.birth(), scaledOr(rate(patient)), relu()));
    }

    private Optional<Finding> vanishing(Patient patient, Vitals vitals) {
        return vitals.ratio() < VANISHING ? found(patient, Ailment.VANISHING_GRADIENTS, Said.of("finding.vanishing", patient.name(),
                vitals.first(), ShortFigures.of(vitals.ratio()), vitals.step()), patient.birth(),
                scaledOr(relu()), remedies.shallower()) : Optional.empty();
    }

    private Optional<Finding> exploding(Patient patient, Vitals vitals) {
        return vitals.sensitivity() > EXPLODING && facts.scale().isEmpty() ? found(patient, Ailment.EXPLODING_GRADIENTS,
                Said.of("finding.exploding", patient.name(), ShortFigures.of(vitals.sensitivity() / 100), vitals.step()), patient.birth(),
                remedies.clipping(patient.spec()), rate(patient)) : Optional.empty();
    }

    /** A loss that jumps because batches are few rows, not because steps are long. */
    Optional<Finding> noisy(Patient patient) {
        if (curves.jumping(patient).isEmpty()) {
            return Optional.empty();
        }
        return patient.vitals().filter(vitals -> vitals.batch() <= SmallBatches.SMALL && facts.rows() >= MORE * vitals.batch())
                .filter(vitals -> vitals.noise() > NOISY)
                .flatMap(vitals -> found(patient, Ailment.BATCH_NOISE, Said.of("finding.noise", patient.name(),
                        noise(vitals.noise()), vitals.batch(), vitals.step()), patient.best(),
                        Optional.of(remedies.batch(patient.spec(), MORE * vitals.batch())), rate(patient)));
    }

    private Optional<Remedy> rate(Patient patient) {
        return curves.rate(patient, DOWN);
    }

    /** With those of the remedies that there are; empty where there is none. */
    @SafeVarargs
    private static Optional<Finding> found(Patient patient, Ailment kind, Said evidence, long since, Optional<Remedy>... remedies) {
        List<Remedy> all = new ArrayList<>();
        for (Optional<Remedy> remedy : remedies) {
            remedy.ifPresent(all::add);
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(Finding.of(patient, kind, evidence, since, all));
    }

    private Optional<Remedy> relu() {
        return remedies.activation(Activation.RELU, "ReLU");
    }

    private Optional<Remedy> gelu() {
        return remedies.activation(Activation.GELU, "GELU");
    }

    private static String layer(Vitals.Layer layer) {
        return layer.name().replaceFirst("\\..*", "");
    }

    private static String percent(double share) {
        return String.valueOf(Math.round(100 * share));
    }

    private static String noise(double times) {
        return times > 1000 ? "≥ 1000" : ShortFigures.of(Math.rint(times));
    }
}

package downhill.analysis.diagnosis;

import downhill.optim.Hyperparameter;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.optim.RuleParser;
import downhill.race.document.ContenderSpec;
import downhill.race.history.Curve;
import downhill.words.Said;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the two loss curves of a contender say of it; each method looks for one thing. The thresholds stand in docs/run-doctor.md. */
final class CurveAilments {
    /** Above so many times its first, a loss has left what a model can begin with. */
    private static final double GROWN = 10;
    /** A training loss that rose again by this part of the first loss has lost what it had learned. */
    private static final double RISEN = 0.1;
    /** A validation loss below this part of the first is too small to be worth mending. */
    private static final double SLIGHT = 0.01;
    /** Standard errors that noise of batches hardly reaches. */
    private static final double SURE = 4;
    /** Validations are of the same rows each time: jumps by this part of the first come from the parameters. */
    private static final double JUMPY = 0.05;
    private static final int FEWEST_CHECKS = 12;
    /** An exponential decay whose second half gains this part of the first has a quarter of its way left. */
    private static final double UNBENT = 0.5;
    /** Of the steps; a best validation after it is one of the end. */
    private static final double END = 0.9;
    /** Less than this part of the first loss gained is no fall. */
    private static final double NO_FALL = 1e-4;
    /** After so many of its times an exponential decay has done 98 % of its way. */
    private static final double TIMES = 4;
    /** Less than this part of the first loss gained is hardly any. */
    private static final double HARDLY = 0.02;
    /** Of the usual rate. */
    private static final double FAR_BELOW = 0.03;
    /** R² below a tenth, or as little of the entropy of the classes. */
    private static final double NEAR = 0.9;
    /** With less than this part of the steps done, what will not be learned by the end cannot be told. */
    private static final double TELLING = 0.25;
    /** Nor, with less than this, that nothing will be. */
    private static final double HALF = 0.5;
    /** Of a rate that is too large. */
    private static final double DOWN = 0.1;
    private static final double UP = 3;
    private static final double FAR_UP = 10;
    /** Read once: it is as many files as there are rules, and a look asks for every contender. */
    private static final RuleLibrary RULES = RuleLibrary.complete();

    private final DataFacts facts;
    private final Remedies remedies;
    private final SmallBatches batches;

    CurveAilments(DataFacts facts, Remedies remedies, SmallBatches batches) {
        this.facts = facts;
        this.remedies = remedies;
        this.batches = batches;
    }

    Optional<Finding> overfitting(Patient patient) {
        return Overfitting.of(patient.validation(), patient.training(), patient.validationNow()).filter(over ->
                over.now() > SLIGHT * Math.abs(patient.validation().y()[0])).map(over ->
                Finding.of(patient, Ailment.OVERFITTING, overfits(patient.name(), over), patient.best(),
                        remedies.holdBack(patient.spec())));
    }

    private static Said overfits(String name, Overfitting over) {
        return Said.of("finding.overfits", name, over.best().step(), ShortFigures.full(over.best().loss()), ShortFigures.full(over.now()));
    }

    Optional<Finding> diverging(Patient patient) {
        Curve losses = patient.training();
        double last = Arrays.stream(losses.y()).filter(Double::isFinite).reduce((before, after) -> after).orElse(Double.NaN);
        boolean grown = LossLevels.tell(losses) && LossLevels.of(losses).now() > GROWN * first(patient);
        if (!patient.diverged() && !grown) {
            return Optional.empty();
        }
        Said evidence = Said.of("finding.diverging", patient.name(), ShortFigures.of(patient.first()), ShortFigures.of(last));
        return (facts.scale().isPresent() ? Optional.of(remedies.scaling()) : rate(patient, DOWN))
                .map(remedy -> Finding.of(patient, Ailment.DIVERGING, evidence, patient.best(), List.of(remedy)));
    }

    Optional<Finding> rising(Patient patient) {
        if (!LossLevels.tell(patient.training())) {
            return Optional.empty();
        }
        LossLevels levels = LossLevels.of(patient.training());
        double risen = levels.now() - levels.lowest();
        if (risen <= RISEN * first(patient) || risen <= SURE * levels.error()) {
            return Optional.empty();
        }
        Said evidence = Said.of("finding.rising", patient.name(), ShortFigures.of(levels.lowest()), ShortFigures.of(levels.now()));
        return rate(patient, DOWN).map(remedy -> Finding.of(patient, Ailment.RATE_TOO_LARGE, evidence, patient.best(), List.of(remedy)));
    }

    Optional<Finding> jumping(Patient patient) {
        return jumps(patient).or(() -> wanders(patient)).flatMap(evidence -> rate(patient, DOWN).map(remedy ->
                Finding.of(patient, Ailment.RATE_TOO_LARGE, evidence, patient.best(), List.of(remedy))));
    }

    private static Optional<Said> jumps(Patient patient) {
        double jump = jump(patient);
        double first = patient.validation().size() == 0 ? Double.NaN : patient.validation().y()[0];
        return jump > JUMPY * Math.abs(first) ? Optional.of(Said.of("finding.jumping", patient.name(), ShortFigures.of(jump),
                ShortFigures.of(first))) : Optional.empty();
    }

    private Optional<Said> wanders(Patient patient) {
        return batches.wandering(patient, FEWEST_CHECKS).map(late -> Said.of("finding.wandering", patient.name(), ShortFigures.of(late),
                ShortFigures.of(BestValidation.of(patient.validation()).orElseThrow().loss())));
    }

    /** How far the late validations are from the middle of their neighbours, in the median; NaN where that cannot be told. */
    private static double jump(Patient patient) {
        double[] losses = patient.validation().y();
        int late = losses.length * 3 / 4;
        if (losses.length < FEWEST_CHECKS || !Arrays.stream(losses).allMatch(Double::isFinite)) {
            return Double.NaN;
        }
        double[] jumps = new double[losses.length - late - 1];
        Arrays.setAll(jumps, i -> Math.abs(losses[late + i] - (losses[late + i - 1] + losses[late + i + 1]) / 2));
        Arrays.sort(jumps);
        return jumps[jumps.length / 2];
    }

    /** Of a race under way it is asked how it would end: the same decay over all of its steps. */
    Optional<Finding> slow(Patient patient) {
        if (patient.done() < TELLING || !LossLevels.tell(patient.training()) || !stillGains(patient.validation())) {
            return Optional.empty();
        }
        LossLevels levels = LossLevels.of(patient.training());
        double bent = Math.pow(levels.late() / levels.early(), 1 / patient.done());
        boolean still = levels.falls() && levels.late() > SURE * levels.error() && levels.late() > NO_FALL * first(patient);
        if (!still || !(bent > UNBENT)) {
            return Optional.empty();
        }
        double times = Math.max(0, -2 * Math.log(bent));
        Said evidence = Said.of("finding.slow", patient.name(), ShortFigures.of(levels.early()), ShortFigures.of(levels.late()));
        return rate(patient, TIMES > FAR_UP / 2 * times ? FAR_UP : UP)
                .map(remedy -> Finding.of(patient, Ailment.RATE_TOO_SMALL, evidence, patient.birth(), List.of(remedy)));
    }

    /** Larger steps do no good where the rows held out no longer gain. */
    private static boolean stillGains(Curve validation) {
        return validation.size() == 0 || BestValidation.of(validation).filter(best ->
                best.step() >= END * validation.x()[validation.size() - 1]).isPresent();
    }

    /** Who has hardly moved with a rate far below the usual one of its rule wants that. */
    Optional<Finding> standing(Patient patient) {
        Rule rule = rule(patient.spec());
        if (rule.learningRateIndex() < 0 || patient.done() < HALF || !LossLevels.tell(patient.training())) {
            return Optional.empty();
        }
        Hyperparameter rate = rule.hyperparameters().get(rule.learningRateIndex());
        double now = patient.spec().inForce().getOrDefault(rate.key(), rate.defaultValue());
        LossLevels levels = LossLevels.of(patient.training());
        double gained = levels.early() + levels.late();
        boolean stands = Math.abs(gained) < HARDLY * first(patient) && now < FAR_BELOW * rate.defaultValue();
        Said evidence = Said.of("finding.standing", patient.name(), ShortFigures.of(gained), ShortFigures.of(now),
                ShortFigures.of(rate.defaultValue()));
        return stands ? rate(patient, rate.defaultValue() / now).map(remedy ->
                Finding.of(patient, Ailment.RATE_TOO_SMALL, evidence, patient.birth(), List.of(remedy))) : Optional.empty();
    }

    Optional<Finding> underfitting(Patient patient) {
        double near = NEAR * facts.constant();
        if (patient.done() < HALF || !LossLevels.tell(patient.training())) {
            return Optional.empty();
        }
        double now = LossLevels.of(patient.training()).now();
        Said evidence = Said.of("finding.underfits", patient.name(), ShortFigures.of(now), ShortFigures.of(patient.validationNow()),
                ShortFigures.of(facts.constant()));
        Remedy remedy = facts.scale().isPresent() ? remedies.scaling() : remedies.loosen(patient.spec());
        return now > near && patient.validationNow() > near ? Optional.of(Finding.of(patient, Ailment.UNDERFITTING, evidence,
                patient.birth(), List.of(remedy))) : Optional.empty();
    }

    /** The size of the loss that it began with. */
    double first(Patient patient) {
        return Math.abs(batches.first(patient));
    }

    Optional<Remedy> rate(Patient patient, double factor) {
        return remedies.rate(patient.spec(), rule(patient.spec()), factor);
    }

    private static Rule rule(ContenderSpec spec) {
        return spec.ruleText() == null ? RULES.byId(spec.ruleId()).orElseThrow() : RuleParser.parse(spec.ruleText());
    }
}

package downhill.ui.screen.lecture;

import downhill.analysis.landscape.Curvature;
import downhill.model.Surface;
import downhill.model.Surfaces;
import downhill.optim.Clipping;
import downhill.optim.Penalty;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Problem;
import downhill.race.history.PathPoint;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.List;
import java.util.Optional;

/**
 * Why plain gradient descent comes down on a surface, or does not: along the direction in which the surface bends by λ, a step of rate η
 * multiplies the distance to the bottom by 1 − ηλ, which is more than 1 in size from η = 2/λ on. Told only where loss and rate agree.
 */
final class SurfaceReason {
    private static final String PLAIN = "sgd";

    private SurfaceReason() {
    }

    static Optional<String> of(Facts facts) {
        double was = facts.before() == null || facts.from() >= facts.now().step() ? Double.NaN : facts.before().loss();
        double now = facts.now().loss();
        return bend(facts).filter(bend -> now > was && facts.now().learningRate() > 2 / bend
                || now < was && facts.now().learningRate() < 2 / bend).map(bend -> words(facts, bend, now > was ? "cause.surface.climbs"
                        : "cause.surface.falls"));
    }

    /** Of one that has diverged. */
    static Optional<String> tooFar(Facts facts) {
        return bend(facts).filter(bend -> facts.now().learningRate() > 2 / bend).map(bend -> words(facts, bend, "cause.surface.diverged"));
    }

    private static String words(Facts facts, double bend, String key) {
        return Messages.text(key, Numbers.plain(facts.now().learningRate()), Numbers.format(bend), Numbers.format(2 / bend));
    }

    /** The largest second derivative where its last step began, in any direction; empty for other rules, and where it is not above 0. */
    private static Optional<Double> bend(Facts facts) {
        if (!(facts.experiment().problem() instanceof Problem.Surface problem) || !isPlain(facts)) {
            return Optional.empty();
        }
        Surface surface = Surfaces.named(problem.formula()).orElseGet(() -> Surface.of(problem.formula()));
        List<PathPoint> path = facts.path().get().stream().filter(point -> point.step() < facts.now().step()
                && Double.isFinite(point.parameters()[0]) && Double.isFinite(point.parameters()[1])).toList();
        if (path.isEmpty()) {
            return Optional.empty();
        }
        double[] here = path.get(path.size() - 1).parameters();
        double bend = new Curvature(surface.expression()).upward(here[0], here[1]);
        return bend > 0 && Double.isFinite(bend) ? Optional.of(bend) : Optional.empty();
    }

    private static boolean isPlain(Facts facts) {
        ContenderSpec one = facts.one();
        Penalty penalty = one.penalty() == null ? facts.experiment().training().penalty() : one.penalty();
        Clipping clipping = one.clipping() == null ? facts.experiment().training().clipping() : one.clipping();
        return one.ruleId().equals(PLAIN) && one.ruleText() == null && one.hyperparameters().getOrDefault("momentum", 0.0) == 0
                && one.changes().stream().noneMatch(change -> change.key().equals("momentum") && change.value() != 0)
                && one.weightDecay() == 0 && penalty.equals(Penalty.NONE) && clipping instanceof Clipping.None;
    }
}

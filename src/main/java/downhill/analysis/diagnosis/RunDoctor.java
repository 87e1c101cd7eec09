package downhill.analysis.diagnosis;

import downhill.data.prepare.Prepared;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads what a race on data has recorded, says what may be wrong, and what to try. The thresholds stand in docs/run-doctor.md. */
public final class RunDoctor {
    private final DataFacts facts;
    private final Remedies remedies;
    private final CurveAilments curves;
    private final InsideAilments insides;
    private final List<Finding> found = new ArrayList<>();

    private RunDoctor(Experiment document, Problem.Learning learning, Prepared data) {
        facts = new DataFacts(learning, data);
        remedies = new Remedies(document, learning);
        curves = new CurveAilments(facts, remedies, new SmallBatches(document));
        insides = new InsideAilments(facts, remedies, curves);
    }

    /**
     * What is found, contender by contender, then what concerns all; empty on a surface.
     *
     * @param data what the document's problem learns from
     */
    public static List<Finding> of(Experiment document, Prepared data, List<Patient> patients) {
        if (!(document.problem() instanceof Problem.Learning learning)) {
            return List.of();
        }
        RunDoctor doctor = new RunDoctor(document, learning, data);
        patients.forEach(doctor::look);
        doctor.lookAtData();
        return List.copyOf(doctor.found);
    }

    /** One finding for each, the gravest: the remedies of several would work against one another. */
    private void look(Patient patient) {
        List<Function<Patient, Optional<Finding>>> ailments = List.of(curves::diverging, insides::hindered, curves::rising,
                curves::overfitting, insides::noisy, curves::jumping, curves::slow, curves::standing, curves::underfitting);
        ailments.stream().map(each -> each.apply(patient)).flatMap(Optional::stream).findFirst().ifPresent(found::add);
    }

    private void lookAtData() {
        facts.giveaways().ifPresent(said -> found.add(Finding.ofAll(Ailment.LEAK_SUSPECTED, said, remedies.ignoring(facts.leaking()))));
        facts.balance().ifPresent(said -> found.add(Finding.ofAll(Ailment.CLASSES_OUT_OF_BALANCE, said, remedies.weights())));
        facts.scale().ifPresent(said -> found.add(Finding.ofAll(Ailment.INPUTS_OUT_OF_SCALE, said, remedies.scaling())));
    }
}

package downhill.race.document;

import downhill.engine.Precision;
import downhill.optim.Schedule;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything needed to repeat a race: what is learned, by whom, how long, from which seed. A value; what happened while it
 * ran is history, except changes made by hand during the run, which belong to their contender.
 *
 * @param title      shown at the head of the window
 * @param problem    data and model, or a surface
 * @param training   what all contenders share
 * @param contenders in the order of the screen
 * @param seed       of initial values, batch order and dropout
 * @param precision  number format of the training
 * @param looks      at the rows under seal, the first before the later ones; null for none. Nothing takes one back.
 * @param evaluation how contenders are judged by rows held out; null for as usual. No race depends on it.
 * @param search     what settings are searched for; null where nobody has said. No race depends on it.
 * @param treatments remedies of the run doctor that were tried, in their order; null for none. No race depends on them.
 * @param shrink     smaller forms that are wished for of a model; null where nobody has said. No race depends on them.
 */
public record Experiment(String title, Problem problem, TrainingSpec training, List<ContenderSpec> contenders, long seed,
                         Precision precision, List<Look> looks, EvaluationSpec evaluation, SearchSpec search,
                         List<TriedRemedy> treatments, List<FormSpec> shrink) {
    public Experiment {
        contenders = List.copyOf(contenders);
        looks = kept(looks);
        treatments = kept(treatments);
        shrink = shrink == null ? null : List.copyOf(shrink);
        evaluation = EvaluationSpec.USUAL.equals(evaluation) ? null : evaluation;
    }

    /** That nobody has looked at the sealed rows of. */
    public Experiment(String title, Problem problem, TrainingSpec training, List<ContenderSpec> contenders, long seed,
                      Precision precision) {
        this(title, problem, training, contenders, seed, precision, null, null, null, null, null);
    }

    private static <T> List<T> kept(List<T> some) {
        return some == null || some.isEmpty() ? null : List.copyOf(some);
    }

    /** Looks at the rows under seal, in their order. */
    public List<Look> looked() {
        return looks == null ? List.of() : looks;
    }

    /** With one look more. */
    public Experiment looked(Look look) {
        List<Look> all = new ArrayList<>(looked());
        all.add(look);
        return new Experiment(title, problem, training, contenders, seed, precision, all, evaluation, search, treatments, shrink);
    }

    /** With these looks where it knows of fewer: what has been seen stays seen. */
    Experiment seenBy(List<Look> known) {
        return known.size() <= looked().size() ? this : new Experiment(title, problem, training, contenders, seed, precision, known,
                evaluation, search, treatments, shrink);
    }

    /**
     * Where a branch of a contender at a step comes off: the contender itself, or where it had not begun by then, the ancestor whose
     * course it shares.
     */
    public ContenderSpec.Fork branchOff(String contenderId, long step) {
        return Descent.origin(this, contenderId, step);
    }

    /**
     * Whether validations decide on the training, by early stopping or by a schedule that waits for a plateau. When they happen depends
     * on the budget, so that with another budget such a training takes another course from the start.
     */
    public boolean heedsValidation() {
        return training.earlyStopping() != null || contenders.stream().anyMatch(Experiment::heedsValidation);
    }

    private static boolean heedsValidation(ContenderSpec one) {
        Schedule schedule = one.schedule();
        while (schedule instanceof Schedule.LinearWarmup warmup) {
            schedule = warmup.then();
        }
        return schedule instanceof Schedule.ReduceOnPlateau || one.fork() != null
                && one.fork().lineage().stream().anyMatch(Experiment::heedsValidation);
    }

    /** Whether another differs in nothing but its title and who takes part: the race of one is then also that of the other. */
    public boolean differsInContendersAlone(Experiment other) {
        return bare().equals(other.bare());
    }

    private Experiment bare() {
        return new Experiment("", problem, training, List.of(), seed, precision);
    }

    public Experiment withContenders(List<ContenderSpec> others) {
        return new Experiment(title, problem, training, others, seed, precision, looks, evaluation, search, treatments, shrink);
    }

    public Experiment withProblem(Problem other) {
        return new Experiment(title, other, training, contenders, seed, precision, looks, evaluation, search, treatments, shrink);
    }

    public Experiment withTraining(TrainingSpec other) {
        return new Experiment(title, problem, other, contenders, seed, precision, looks, evaluation, search, treatments, shrink);
    }

    public Experiment withTitle(String other) {
        return new Experiment(other, problem, training, contenders, seed, precision, looks, evaluation, search, treatments, shrink);
    }

    public Experiment withSeed(long other) {
        return new Experiment(title, problem, training, contenders, other, precision, looks, evaluation, search, treatments, shrink);
    }

    public Experiment withPrecision(Precision other) {
        return new Experiment(title, problem, training, contenders, seed, other, looks, evaluation, search, treatments, shrink);
    }

    /** How contenders are judged by rows held out. */
    public EvaluationSpec evaluated() {
        return evaluation == null ? EvaluationSpec.USUAL : evaluation;
    }

    /** Remedies of the run doctor that were tried, in their order. */
    public List<TriedRemedy> tried() {
        return treatments == null ? List.of() : treatments;
    }

    /** With one more, or in place of the one of its id. */
    public Experiment tried(TriedRemedy one) {
        List<TriedRemedy> all = new ArrayList<>(tried());
        int place = all.stream().map(TriedRemedy::id).toList().indexOf(one.id());
        if (place < 0) {
            all.add(one);
        } else {
            all.set(place, one);
        }
        return withTreatments(all);
    }

    public Experiment withTreatments(List<TriedRemedy> others) {
        return new Experiment(title, problem, training, contenders, seed, precision, looks, evaluation, search, others, shrink);
    }

    public Experiment withSearch(SearchSpec other) {
        return new Experiment(title, problem, training, contenders, seed, precision, looks, evaluation, other, treatments, shrink);
    }

    /** {@code others} may be null, which is as usual; none is none. */
    public Experiment withShrink(List<FormSpec> others) {
        return new Experiment(title, problem, training, contenders, seed, precision, looks, evaluation, search, treatments, others);
    }

    public Experiment withEvaluation(EvaluationSpec other) {
        return new Experiment(title, problem, training, contenders, seed, precision, looks, other, search, treatments, shrink);
    }
}

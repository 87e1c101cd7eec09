package downhill.model;

import downhill.data.prepare.FeatureStep;
import downhill.data.prepare.Preprocessing;
import downhill.words.Said;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Trained models that answer as one: by the weighted mean of the probabilities they give to the classes, or of the numbers they predict, in
 * the target's own unit. Their preparation may differ in how values are filled and scaled; what is predicted, and of which columns, is the
 * same.
 *
 * @param name    of the whole
 * @param members at least one; their weights have the sum 1
 */
public record TrainedEnsemble(String name, List<Member> members) {
    private static final double SLIGHT = 1e-9;

    /**
     * One of them.
     *
     * @param weight above 0
     */
    public record Member(double weight, TrainedModel model) {
    }

    /** @throws ModelException where they cannot answer as one */
    public TrainedEnsemble {
        members = List.copyOf(members);
        double sum = members.stream().mapToDouble(Member::weight).sum();
        if (members.stream().anyMatch(each -> !(each.weight() > 0)) || !(Math.abs(sum - 1) < SLIGHT)) {
            throw new ModelException(Said.of("ensemble.weights"));
        }
        Preprocessing first = members.get(0).model().preprocessing();
        if (members.stream().anyMatch(each -> !alike(first, each.model().preprocessing()))) {
            throw new ModelException(Said.of("ensemble.alike"));
        }
    }

    /** A model alone. */
    public static TrainedEnsemble of(TrainedModel model) {
        return new TrainedEnsemble(model.name(), List.of(new Member(1, model)));
    }

    private static boolean alike(Preprocessing a, Preprocessing b) {
        return a.target().column().equals(b.target().column()) && a.classNames().equals(b.classNames()) && a.task() == b.task()
                && a.reach() == b.reach() && a.predictsDates() == b.predictsDates() && needs(a).equals(needs(b));
    }

    /** Whatever decides which rows can be predicted. */
    private static List<?> needs(Preprocessing one) {
        return List.of(one.madeColumns(), one.features().stream().map(step -> List.of(step.column(), step.getClass(), isFilled(step)))
                .toList());
    }

    private static boolean isFilled(FeatureStep step) {
        return step instanceof FeatureStep.Numeric number && number.fill() != null
                || step instanceof FeatureStep.Relative relative && relative.fill() != null
                || step instanceof FeatureStep.OneHot label && label.fill() != null;
    }

    /** How rows become inputs of the first; of the others it differs in what is filled and scaled alone. */
    public Preprocessing preprocessing() {
        return members.get(0).model().preprocessing();
    }

    /** The same with something else done to rows before each model sees them. */
    public TrainedEnsemble preparing(UnaryOperator<Preprocessing> change) {
        return new TrainedEnsemble(name, members.stream().map(each -> new Member(each.weight(), preparing(each.model(), change))).toList());
    }

    private static TrainedModel preparing(TrainedModel model, UnaryOperator<Preprocessing> change) {
        return new TrainedModel(model.name(), model.model(), change.apply(model.preprocessing()), model.outputs(), model.parameters(),
                model.training());
    }

    /** Parameters of all. */
    public long size() {
        return members.stream().mapToLong(each -> each.model().parameters().length).sum();
    }
}

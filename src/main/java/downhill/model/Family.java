package downhill.model;

import downhill.data.TaskKind;
import downhill.engine.graph.Node;
import downhill.setting.Chosen;
import downhill.setting.Part;
import downhill.words.Said;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A kind of model, and all that the program has to know of it: what it is for, how it is built and counted, what can be seen in it.
 * {@link Families} lists them; docs/models.md tells how to add one.
 *
 * @param <A> its sizes
 */
public abstract class Family<A extends Architecture> {
    private final String id;

    /** @param id name on the command line and of its words, such as {@code lstm} */
    Family(String id) {
        this.id = id;
    }

    /** The family of a model; each architecture names its own. */
    @SuppressWarnings("unchecked")
    public static Family<Architecture> of(Architecture architecture) {
        return (Family<Architecture>) architecture.family();
    }

    /** Its name on the command line and of its words, such as {@code lstm}. */
    public final String id() {
        return id;
    }

    /** Whether there are hidden values between inputs and outputs, so that dropout has something to drop. */
    public boolean hasHidden(A architecture) {
        return false;
    }

    /** Whether each raw output is known to be an affine function of the inputs. */
    public boolean isAffine(A architecture) {
        return false;
    }

    /** The tasks that it is offered for. */
    abstract boolean suits(TaskKind task);

    /** The task that asking for it by name means; empty where the target decides. */
    public abstract Optional<TaskKind> means();

    /** The examples that it is made for. */
    abstract Input input();

    /** The loss that it means, where it means one. */
    abstract Optional<Loss> onlyLoss();

    /** What a person can set, and where it stands in the sizes. */
    public abstract List<Part<A, ?>> settings();

    /** Refuses sizes that do not go together, or with the loss or the shape; each alone is legal, and the {@link #input} fits. */
    abstract void check(A architecture, Loss loss, InputShape shape);

    /** [B, ...shape of an example] → [B, outputs]. */
    abstract Node output(A architecture, Layers layers, Node x, int outputs);

    /** Counts what {@link #output} would build, without building it. */
    abstract void count(A architecture, InputShape shape, int outputs, SizeCount count);

    /** Its layers, the examples first, without the outputs: each a text that is the same in every language, or {@link Said}. */
    abstract List<?> outline(A architecture, InputShape shape);

    /** Everything as usual, on examples of this shape. */
    abstract A usual(InputShape shape);

    /** What was chosen, and the rest as usual; what is usual may depend on what was chosen. */
    public A start(InputShape shape, Chosen chosen) {
        return Part.apply(chosen, usual(shape), settings());
    }

    /** What to begin with on examples of this shape. */
    public final A start(InputShape shape) {
        return start(shape, Chosen.NOTHING);
    }

    /** What it is called. */
    public final Said label() {
        return Said.of("family." + id);
    }

    /** Pictures of its inside, the most telling first. */
    public abstract List<Inside> insides();

    /** Names of the {@link ModelGraph#views} that are outputs of relu units. */
    public abstract List<String> reluViews(A architecture);

    /** Names of the {@link ModelGraph#views} that are outputs of units that cannot leave a range, such as (−1, 1), and of which kind. */
    public Map<String, Activation> boundedViews(A architecture) {
        return Map.of();
    }

    /** The same with other hidden units in all layers; empty where they are such already, or the family has no choice. */
    public Optional<Architecture> withUnits(A architecture, Activation units) {
        return Optional.empty();
    }

    /** The same with these hidden layers in place of more; empty where it has no more, or the family has no such layers. */
    public Optional<Architecture> shallower(A architecture, List<Integer> hidden) {
        return Optional.empty();
    }

    /** Its layers of hidden units that can be taken away one by one, in their order; none where it has no such. */
    public List<HiddenUnits> units(A architecture, InputShape shape) {
        return List.of();
    }

    /** The same with so many units in each of its {@link #units}. */
    public A narrowed(A architecture, List<Integer> counts) {
        return architecture;
    }

    /** Whether one pass over the rows takes so long that a picture of many passes has to make do with fewer. */
    public abstract boolean isHeavy();

    /** Whether it is offered for such data. */
    public final boolean fits(TaskKind task, InputShape shape) {
        return suits(task) && input().fits(shape);
    }

    /** Shape of a small example that it is made for: to measure, to try. */
    public final InputShape example() {
        return input().example();
    }

    /** The loss to begin with. */
    public final Loss usualLoss(TaskKind task) {
        return onlyLoss().orElse(Loss.defaultFor(task));
    }

    /** Whether it may be trained with this loss, on whatever data. */
    public final boolean trains(Loss loss) {
        return onlyLoss().map(loss::equals).orElse(true);
    }

    /** [B, ...] → [B, n]. */
    static Node flat(Node x) {
        return x.reshape(x.length(0), x.size() / x.length(0));
    }
}

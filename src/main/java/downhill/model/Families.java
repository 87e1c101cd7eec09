package downhill.model;

import downhill.data.TaskKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All families of models, in the order in which they are offered. */
public final class Families {
    static final LinearFamily LINEAR = new LinearFamily();
    static final PolynomialFamily POLYNOMIAL = new PolynomialFamily();
    static final LogisticFamily LOGISTIC = new LogisticFamily();
    static final SoftmaxFamily SOFTMAX = new SoftmaxFamily();
    static final MlpFamily MLP = new MlpFamily();
    static final CnnFamily CNN = new CnnFamily();
    private static final List<RecurrentFamily> RECURRENT = Stream.of(Cell.values()).map(RecurrentFamily::new).toList();
    static final TransformerFamily TRANSFORMER = new TransformerFamily();

    private static final List<Family<?>> ALL = Stream.of(Stream.of(LINEAR, POLYNOMIAL, LOGISTIC, SOFTMAX, MLP, CNN),
            RECURRENT.stream(), Stream.of(TRANSFORMER)).<Family<?>>flatMap(each -> each).toList();

    private Families() {
    }

    /** Every family, the simplest first. */
    public static List<Family<?>> all() {
        return ALL;
    }

    /** The family of this {@link Family#id}. */
    public static Optional<Family<?>> named(String id) {
        return ALL.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** What they are called on the command line. */
    public static String names() {
        return ALL.stream().map(Family::id).collect(Collectors.joining(", "));
    }

    /** Those offered for such data; never empty. */
    public static List<Family<?>> fitting(TaskKind task, InputShape shape) {
        return ALL.stream().filter(each -> each.fits(task, shape)).toList();
    }

    /** What suits examples of this shape where nothing else is said: a convolutional network images, a perceptron all others. */
    public static Family<?> suiting(InputShape shape) {
        return CNN.input().fits(shape) ? CNN : MLP;
    }

    static RecurrentFamily of(Cell cell) {
        return RECURRENT.get(cell.ordinal());
    }
}

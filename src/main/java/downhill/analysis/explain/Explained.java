package downhill.analysis.explain;

import downhill.data.Examples;
import downhill.data.Progress;
import downhill.data.Table;
import downhill.data.prepare.Applied;
import downhill.data.prepare.Preprocessing;
import downhill.engine.Precision;
import downhill.model.ModelSpec;
import downhill.model.TrainedEnsemble;
import downhill.model.TrainedModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * What is explained: a model alone, several that answer as one, or a contender at a step, as a function from rows of numbers to
 * answers. The numbers belong to columns of the file, which are the features. In regression there is one answer, in the target's own
 * unit (dates in days since 1970-01-01); else one for each class. May be asked by several threads at once, and touches no training.
 */
public final class Explained implements AutoCloseable {
    private static final int PIECE = 4096;

    private final List<ModelPart> parts;
    private final List<ModelPool> pools;
    private final List<ExplainedColumn> columns;
    private final ClassScale scale;
    private final boolean owner;

    private Explained(List<ModelPart> parts, List<ModelPool> pools, ClassScale scale, boolean owner) {
        this.parts = List.copyOf(parts);
        this.pools = pools;
        this.columns = ExplainedColumns.of(parts);
        this.scale = scale;
        this.owner = owner;
    }

    private static Explained of(List<ModelPart> parts, Precision precision) {
        List<ModelPool> pools = new ArrayList<>();
        parts.forEach(part -> pools.add(new ModelPool(part, precision)));
        return new Explained(parts, List.copyOf(pools), ClassScale.PROBABILITY, true);
    }

    /**
     * Models that answer as one, in float64.
     *
     * @throws downhill.model.ModelException where one does not fit its inputs
     */
    public static Explained of(TrainedEnsemble ensemble) {
        List<ModelPart> parts = new ArrayList<>();
        for (TrainedEnsemble.Member member : ensemble.members()) {
            TrainedModel model = member.model();
            int at = parts.isEmpty() ? 0 : parts.get(parts.size() - 1).end();
            parts.add(ModelPart.of(member.weight(), model.model(), model.preprocessing(), model.outputs(), model.parameters(), at));
        }
        return of(parts, Precision.DOUBLE);
    }

    /** A model alone, in float64. */
    public static Explained of(TrainedModel model) {
        return of(TrainedEnsemble.of(model));
    }

    /**
     * A contender at any step of its history.
     *
     * @param outputs    numbers that the model gives for each row
     * @param parameters [P] it had then
     */
    public static Explained of(ModelSpec model, Preprocessing preprocessing, int outputs, double[] parameters, Precision precision) {
        return of(List.of(ModelPart.of(1, model, preprocessing, outputs, parameters, 0)), precision);
    }

    /** The same model, alone, with other parameters [P]. Shares the memory of this one; needs not be closed, and ends with it. */
    public Explained with(double[] parameters) {
        return new Explained(List.of(parts.get(0).with(parameters)), pools, scale, false);
    }

    /** The same with classes told in another scale; numbers are told as they are. Shares the memory of this one, and ends with it. */
    public Explained in(ClassScale other) {
        return new Explained(parts, pools, other, false);
    }

    /** In what classes are told. */
    public ClassScale scale() {
        return scale;
    }

    /** The features, in the order of training. */
    public List<ExplainedColumn> columns() {
        return columns;
    }

    /** Numbers in a row. */
    public int size() {
        return parts.get(parts.size() - 1).end();
    }

    /** How rows become numbers, of several models the first's. */
    public Preprocessing preprocessing() {
        return parts.get(0).preprocessing();
    }

    /** Whether answers are of classes. */
    public boolean classes() {
        return preprocessing().task().isClassification();
    }

    /** What the answers are of: the target's column, or the classes in the order of training. */
    public List<String> outputs() {
        return classes() ? preprocessing().classNames() : List.of(preprocessing().target().column());
    }

    List<ModelPart> parts() {
        return parts;
    }

    /** The rows of a table that have all the model needs, and of a time series those past its end. */
    public ExplainedRows rows(Table table) {
        List<Applied> applied = parts.stream().map(part -> part.preprocessing().apply(table)).toList();
        Applied first = applied.get(0);
        if (applied.stream().anyMatch(each -> !Arrays.equals(each.inputs().sourceRows(), first.inputs().sourceRows()))) {
            throw new IllegalStateException("members of an ensemble see other rows");
        }
        return ExplainedColumns.rows(parts, applied.stream().map(Applied::inputs).toList(), table, first.unscored());
    }

    /**
     * Rows that are prepared already, of a model alone: those it was trained on, or that were held out.
     *
     * @param table that they come from; null where it is not at hand
     */
    public ExplainedRows rows(Examples examples, Table table) {
        return ExplainedColumns.rows(parts.subList(0, 1), List.of(examples), table, List.of());
    }

    /** The answers to some rows [rows × size]: [rows × outputs]. */
    public double[] answers(double[] rows) {
        return answers(rows, Progress.NONE);
    }

    /**
     * The same, piece by piece.
     *
     * @throws CancellationException where the progress says to give up
     */
    public double[] answers(double[] rows, Progress progress) {
        int count = rows.length / size();
        int outputs = outputs().size();
        double[] answers = new double[count * outputs];
        for (int from = 0; from < count; from += PIECE) {
            if (progress.cancelled()) {
                throw new CancellationException("the explanation is no longer wanted");
            }
            int to = Math.min(count, from + PIECE);
            boolean whole = from == 0 && to == count;
            double[] some = Answering.of(parts, pools, scale, whole ? rows : Arrays.copyOfRange(rows, from * size(), to * size()), size());
            System.arraycopy(some, 0, answers, from * outputs, some.length);
            progress.done((double) to / count);
        }
        return answers;
    }

    @Override
    public void close() {
        if (owner) {
            pools.forEach(ModelPool::close);
        }
    }
}

package downhill.model;

import downhill.data.TaskKind;
import downhill.engine.graph.Node;
import downhill.setting.Part;
import java.util.List;
import java.util.Optional;

/** x·W + b of the values of an example, with nothing to choose. */
abstract class PlainFamily<A extends Architecture> extends Family<A> {
    private final TaskKind task;
    private final A only;

    /** @param task that it is offered for */
    PlainFamily(String id, TaskKind task, A only) {
        super(id);
        this.task = task;
        this.only = only;
    }

    @Override
    public final boolean isAffine(A architecture) {
        return true;
    }

    @Override
    final boolean suits(TaskKind wanted) {
        return wanted == task;
    }

    @Override
    public Optional<TaskKind> means() {
        return Optional.of(task);
    }

    @Override
    final Input input() {
        return Input.ANY;
    }

    @Override
    final Node output(A architecture, Layers layers, Node x, int outputs) {
        return layers.dense("dense1", flat(x), outputs);
    }

    @Override
    final void count(A architecture, InputShape shape, int outputs, SizeCount count) {
        count.dense(shape.size(), outputs);
    }

    @Override
    final List<String> outline(A architecture, InputShape shape) {
        return List.of(shape.toString());
    }

    @Override
    public final List<Part<A, ?>> settings() {
        return List.of();
    }

    @Override
    final A usual(InputShape shape) {
        return only;
    }

    @Override
    public final List<Inside> insides() {
        return List.of();
    }

    @Override
    public final List<String> reluViews(A architecture) {
        return List.of();
    }

    @Override
    public final boolean isHeavy() {
        return false;
    }
}

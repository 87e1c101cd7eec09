package downhill.model;

import downhill.data.TaskKind;
import downhill.words.Said;
import java.util.Optional;

/** Softmax regression: one output for each class. */
final class SoftmaxFamily extends PlainFamily<Architecture.Softmax> {
    SoftmaxFamily() {
        super("softmax", TaskKind.MULTICLASS, new Architecture.Softmax());
    }

    /** Two classes or more: the target says how many. */
    @Override
    public Optional<TaskKind> means() {
        return Optional.empty();
    }

    @Override
    Optional<Loss> onlyLoss() {
        return Optional.of(Loss.CROSS_ENTROPY);
    }

    @Override
    void check(Architecture.Softmax architecture, Loss loss, InputShape shape) {
        Sizes.require(trains(loss), Said.of("model.softmax", loss));
    }
}

package downhill.model;

import downhill.data.TaskKind;
import downhill.words.Said;
import java.util.Optional;

/** Logistic regression: two classes, one output. */
final class LogisticFamily extends PlainFamily<Architecture.Logistic> {
    LogisticFamily() {
        super("logistic", TaskKind.BINARY, new Architecture.Logistic());
    }

    @Override
    Optional<Loss> onlyLoss() {
        return Optional.of(Loss.BINARY_CROSS_ENTROPY);
    }

    @Override
    void check(Architecture.Logistic architecture, Loss loss, InputShape shape) {
        Sizes.require(trains(loss), Said.of("model.logistic", loss));
    }
}

package downhill.model;

import downhill.data.TaskKind;
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
        Sizes.require(trains(loss), "logistic regression is trained with binary cross-entropy, not " + loss);
    }
}

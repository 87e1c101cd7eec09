package downhill.model;

import downhill.data.TaskKind;
import java.util.Optional;

/** Linear models: any loss, but offered for numbers. */
final class LinearFamily extends PlainFamily<Architecture.Linear> {
    LinearFamily() {
        super("linear", TaskKind.REGRESSION, new Architecture.Linear());
    }

    @Override
    Optional<Loss> onlyLoss() {
        return Optional.empty();
    }

    @Override
    void check(Architecture.Linear architecture, Loss loss, InputShape shape) {
        // nothing can be wrong
    }
}

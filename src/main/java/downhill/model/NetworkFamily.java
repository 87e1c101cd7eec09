package downhill.model;

import downhill.data.TaskKind;
import java.util.Optional;

/** Networks: for any task and any loss; the target decides which. */
abstract class NetworkFamily<A extends Architecture> extends Family<A> {
    /** @param id name on the command line and of its words */
    NetworkFamily(String id) {
        super(id);
    }

    @Override
    final boolean suits(TaskKind task) {
        return true;
    }

    @Override
    public final Optional<TaskKind> means() {
        return Optional.empty();
    }

    @Override
    final Optional<Loss> onlyLoss() {
        return Optional.empty();
    }

    @Override
    public boolean hasHidden(A network) {
        return true;
    }
}

package downhill.store;

import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/** Brings documents of earlier versions up to date, one version at a time. Step i makes version i + 2 out of version i + 1. */
final class Migrations {
    private static final List<UnaryOperator<ObjectNode>> EXPERIMENT = List.of();

    private Migrations() {
    }

    /** The version that is written. */
    static int experimentVersion() {
        return EXPERIMENT.size() + 1;
    }

    static ObjectNode experiment(ObjectNode document, int version) {
        ObjectNode result = document;
        for (int i = version - 1; i < EXPERIMENT.size(); i++) {
            result = EXPERIMENT.get(i).apply(result);
        }
        return result;
    }
}

package downhill.store;

import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/** Brings documents of earlier versions up to date, one version at a time. Step i makes version i + 2 out of version i + 1. */
final class Migrations {
    /**
     * Version 2 has the level of a series' windows, noise as an augmentation, and dialects of which only a part is said. Each may be
     * absent and means then what version 1 did, so nothing is rewritten. Some documents of version 1 have these fields too: they were
     * written before the number was raised.
     */
    private static final UnaryOperator<ObjectNode> TO_2 = document -> document;
    /** Version 3 has the lineage of branches. Without one, all ancestors are as the document has them, as it was before. */
    private static final UnaryOperator<ObjectNode> TO_3 = document -> document;
    /**
     * Version 4 says whether equal rows stay on one side of the split; without it they may be on both, as it was before. And it has rules
     * that have changed since; contenders that name one keep the rule of then, as a text.
     */
    private static final UnaryOperator<ObjectNode> TO_4 = FormerRules::keep;
    private static final List<UnaryOperator<ObjectNode>> EXPERIMENT = List.of(TO_2, TO_3, TO_4);
    /** Version 2 has rules that say where they are asked, and ways that tell it. Before, all were asked where their gradients are taken. */
    private static final UnaryOperator<ObjectNode> SESSION_TO_2 = head -> head.put("answers", false);
    /** Version 3 has the range over seeds at each validation. Before, only their mean was kept. */
    private static final UnaryOperator<ObjectNode> SESSION_TO_3 = head -> head.put("ranges", false);
    /** Version 4 may say what was done of a lesson. Without it, it is of none. */
    private static final UnaryOperator<ObjectNode> SESSION_TO_4 = head -> head;
    private static final List<UnaryOperator<ObjectNode>> SESSION = List.of(SESSION_TO_2, SESSION_TO_3, SESSION_TO_4);

    private Migrations() {
    }

    /** The version that is written. */
    static int experimentVersion() {
        return EXPERIMENT.size() + 1;
    }

    /** The version of sessions that is written. */
    static int sessionVersion() {
        return SESSION.size() + 1;
    }

    static ObjectNode experiment(ObjectNode document, int version) {
        return migrated(EXPERIMENT, document, version);
    }

    static ObjectNode session(ObjectNode head, int version) {
        return migrated(SESSION, head, version);
    }

    private static ObjectNode migrated(List<UnaryOperator<ObjectNode>> steps, ObjectNode document, int version) {
        ObjectNode result = document;
        for (UnaryOperator<ObjectNode> step : steps.subList(version - 1, steps.size())) {
            result = step.apply(result);
        }
        return result.put("version", steps.size() + 1);
    }
}

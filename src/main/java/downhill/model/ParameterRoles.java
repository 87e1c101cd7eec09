package downhill.model;

import downhill.engine.graph.ParameterLayout;
import downhill.engine.graph.ParameterSlot;
import java.util.Optional;

/** What the arrays of a model are to one another. */
public final class ParameterRoles {
    private ParameterRoles() {
    }

    /** The steps of an array of whole numbers; empty for any other. */
    public static Optional<ParameterSlot> steps(ParameterLayout layout, ParameterSlot slot) {
        return layout.slot(slot.name() + ParameterRole.STEPS);
    }

    /** Whether an array holds the steps of another, by its name. */
    public static boolean areSteps(String name) {
        return name.endsWith(ParameterRole.STEPS);
    }
}

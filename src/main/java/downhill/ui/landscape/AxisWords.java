package downhill.ui.landscape;

import downhill.model.Surface;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.List;

/** Words along the axes of a plane. */
public final class AxisWords {
    private AxisWords() {
    }

    /** Words along axis 0 (across) or 1 (up); {@code ground} is null while there is none, {@code surface} where data are learned. */
    public static String of(Ground ground, Surface surface, List<String> names, int axis) {
        if (surface != null || ground == null) {
            return axis == 0 ? "x" : "y";
        }
        PlaneChoice choice = ground.choice();
        if (ground.exact()) {
            return parameter(names, axis);
        }
        return switch (choice.kind()) {
            case PRINCIPAL -> component(ground.explained()[axis], axis + 1);
            case PAIR -> parameter(names, axis == 0 ? choice.first() : choice.second());
            case RANDOM -> Messages.text("landscape.axis.random", String.valueOf(axis + 1));
        };
    }

    /** The name of a parameter, or its number where it has none. */
    public static String parameter(List<String> names, int index) {
        return index < names.size() ? names.get(index) : "θ" + index;
    }

    private static String component(double share, int number) {
        String which = Messages.text("landscape.axis.principal", String.valueOf(number));
        return Double.isNaN(share) ? which : which + " · " + Numbers.percent(share);
    }
}

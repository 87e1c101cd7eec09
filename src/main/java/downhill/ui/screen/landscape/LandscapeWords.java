package downhill.ui.screen.landscape;

import downhill.analysis.landscape.DataScope;
import downhill.model.Surface;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.landscape.Ground;
import downhill.ui.landscape.PlaneChoice;
import downhill.ui.landscape.Track;
import java.util.List;
import java.util.Locale;

/** What is to be seen, in words. */
final class LandscapeWords {
    private LandscapeWords() {
    }

    static String kind(PlaneChoice.Kind kind) {
        return Messages.text("landscape.plane." + kind.name().toLowerCase(Locale.ROOT));
    }

    /** The name of a built-in surface. */
    static javafx.beans.value.ObservableValue<String> surfaceName(String key) {
        return Messages.binding("surface." + key);
    }

    /** What the plane is, in a sentence or two. */
    static String legend(Ground ground, Surface surface, List<String> names, DataScope scope) {
        if (ground == null) {
            return "";
        }
        String height = scope == null || scope.total() == 0 ? "" : " " + height(scope);
        return plane(ground, surface, names) + height;
    }

    private static String plane(Ground ground, Surface surface, List<String> names) {
        if (surface != null) {
            return Messages.text("landscape.legend.surface", surface.formula());
        }
        if (ground.exact()) {
            return Messages.text("landscape.legend.exact", name(names, 0), name(names, 1));
        }
        String others = Numbers.count(ground.parameters() - 2);
        String step = Numbers.count(ground.step());
        return switch (ground.choice().kind()) {
            case PRINCIPAL -> principal(ground.explained());
            case PAIR -> Messages.text("landscape.legend.pair", name(names, ground.choice().first()), name(names, ground.choice().second()), others,
                    ground.reference(), step);
            case RANDOM -> Messages.text("landscape.legend.random", ground.reference(), step);
        };
    }

    private static String principal(double[] share) {
        return Double.isNaN(share[0] + share[1]) ? Messages.text("landscape.legend.principal.none")
                : Messages.text("landscape.legend.principal", Numbers.percent(share[0] + share[1]));
    }

    private static String height(DataScope scope) {
        return scope.whole() ? Messages.text("landscape.height.all", Numbers.count(scope.rows()))
                : Messages.text("landscape.height.sample", Numbers.count(scope.rows()), Numbers.count(scope.total()));
    }

    /** Words along axis 0 (across) or 1 (up). */
    static String axis(Ground ground, Surface surface, List<String> names, int axis) {
        if (surface != null || ground == null) {
            return axis == 0 ? "x" : "y";
        }
        PlaneChoice choice = ground.choice();
        if (ground.exact()) {
            return name(names, axis);
        }
        return switch (choice.kind()) {
            case PRINCIPAL -> component(ground.explained()[axis], axis + 1);
            case PAIR -> name(names, axis == 0 ? choice.first() : choice.second());
            case RANDOM -> Messages.text("landscape.axis.random", String.valueOf(axis + 1));
        };
    }

    private static String component(double share, int number) {
        String which = Messages.text("landscape.axis.principal", String.valueOf(number));
        return Double.isNaN(share) ? which : which + " · " + Numbers.percent(share);
    }

    private static String name(List<String> names, int index) {
        return index < names.size() ? names.get(index) : "θ" + index;
    }

    /** How far the loss drawn at a head is from the true one; empty where the plane is exact or nothing is known. */
    static String gap(Ground ground, Track track) {
        return ground == null || ground.exact() || Double.isNaN(track.gap()) ? "" : Messages.text("landscape.gap", Numbers.significant(track.gap(), 2));
    }
}

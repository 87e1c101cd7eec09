package downhill.ui.screen.landscape;

import downhill.analysis.landscape.DataScope;
import downhill.model.Surface;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.landscape.AxisWords;
import downhill.ui.landscape.Ground;
import downhill.ui.landscape.PlaneChoice;
import downhill.ui.landscape.Track;
import java.util.List;
import java.util.Locale;

/** What is to be seen, in words. */
final class LandscapeWords {
    private static final double LEAST = 1e-3;

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
            return Messages.text("landscape.legend.exact", AxisWords.parameter(names, 0), AxisWords.parameter(names, 1));
        }
        String others = Numbers.count(ground.parameters() - 2);
        String step = Numbers.count(ground.step());
        return switch (ground.choice().kind()) {
            case PRINCIPAL -> Messages.text(Double.isNaN(ground.held()) ? "landscape.legend.principal.none" : "landscape.legend.principal",
                    share(ground));
            case PAIR -> Messages.text("landscape.legend.pair", AxisWords.parameter(names, ground.choice().first()),
                    AxisWords.parameter(names, ground.choice().second()), others,
                    ground.reference(), step) + held(ground);
            case RANDOM -> Messages.text("landscape.legend.random", ground.reference(), step) + held(ground);
        };
    }

    /** Hardly anything of a long way through many dimensions lies in two that were chosen without it. */
    private static String share(Ground ground) {
        return ground.held() > 0 && ground.held() < LEAST ? "< " + Numbers.percent(LEAST) : Numbers.percent(ground.held());
    }

    private static String held(Ground ground) {
        return Double.isNaN(ground.held()) ? "" : " " + Messages.text("landscape.legend.held", share(ground));
    }

    private static String height(DataScope scope) {
        return scope.whole() ? Messages.text("landscape.height.all", Numbers.count(scope.rows()))
                : Messages.text("landscape.height.sample", Numbers.count(scope.rows()), Numbers.count(scope.total()));
    }

    /** How far the loss drawn at a head is from the true one; empty where the plane is exact or nothing is known. */
    static String gap(Ground ground, Track track) {
        return ground == null || ground.exact() || Double.isNaN(track.gap()) ? ""
                : Messages.text("landscape.gap", Numbers.significant(track.gap(), 2));
    }
}

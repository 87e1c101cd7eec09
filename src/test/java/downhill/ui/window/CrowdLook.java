package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.fx.FxTest;
import downhill.ui.screen.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Looks at a window with many contenders: on no tab and in no size is anything lost, and all panels are equal. */
abstract class CrowdLook extends FxTest {
    static final double[] HUGE = {2560, 1440};
    static final double[] LARGE = {1920, 1080};
    static final double[] USUAL = {1440, 900};
    static final double[] BETWEEN = {1192, 760};
    static final double[] SMALL = {1100, 700};

    static void begin(OpenWindow open, int count, int steps) {
        open.open(Crowd.longNamed(count));
        await("the race is there", () -> open.session.dataProperty().get() != null && open.session.race().isOpen());
        runFx(() -> open.session.race().step(steps));
        await("it has stepped", () -> open.session.snapshotProperty().get().step() == steps);
    }

    /** Looks at every tab. */
    static void look(OpenWindow open, int count, double[] size) {
        resize(open, size);
        List<String> lost = new ArrayList<>();
        tabs(open, "", lost);
        assertThat(lost).isEmpty();
        assertThat(onFx(() -> panels(open.window.parts().compare().content()))).hasSize(count);
    }

    /** The same in large type: with the results below the view, with panels, with either column open. */
    static void lecture(OpenWindow open, double[] size) {
        resize(open, size);
        WindowModel model = open.window.model();
        List<String> lost = new ArrayList<>();
        runFx(() -> open.window.lecture().onProperty().set(true));
        projected(open, size, () -> model.tableProperty().set(true), "results", lost);
        projected(open, size, () -> model.tableProperty().set(false), "panels", lost);
        projected(open, size, () -> model.leftProperty().set(true), "left column", lost);
        projected(open, size, () -> model.rightProperty().set(true), "right column", lost);
        runFx(() -> {
            model.tableProperty().set(true);
            open.window.lecture().onProperty().set(false);
        });
        assertThat(lost).isEmpty();
    }

    private static void projected(OpenWindow open, double[] size, Runnable change, String name, List<String> lost) {
        runFx(change);
        resize(open, size);
        tabs(open, "projected with " + name + ", ", lost);
    }

    private static void tabs(OpenWindow open, String how, List<String> lost) {
        for (Screen screen : onFx(() -> open.window.screens())) {
            show(open, screen);
            faults(open, screen).forEach(fault -> lost.add(how + fault));
        }
    }

    static void resize(OpenWindow open, double[] size) {
        runFx(() -> {
            open.window.scene().getRoot().resize(size[0], size[1]); // stays so, as long as the window keeps its own size
        });
        nextFrame();
        nextFrame();
    }

    static void show(OpenWindow open, Screen screen) {
        runFx(() -> open.window.shownProperty().set(screen));
        nextFrame();
        nextFrame();
        nextFrame();
    }

    static void check(OpenWindow open, Screen screen) {
        assertThat(faults(open, screen)).isEmpty();
    }

    private static List<String> faults(OpenWindow open, Screen screen) {
        return onFx(() -> {
            List<String> faults = new ArrayList<>(Seen.faults(open.window.scene()));
            faults.addAll(unequal(screen.content()));
            faults.addAll(unequal(open.window.parts().multiples().node()));
            String where = screen.titleKey() + " at " + open.window.scene().getRoot().getLayoutBounds().getWidth() + ": ";
            return faults.stream().map(where::concat).toList();
        });
    }

    private static List<String> unequal(Node within) {
        Set<List<Long>> sizes = sizes(within);
        return sizes.size() <= 1 ? List.of() : List.of("panels of sizes " + sizes);
    }

    static List<Region> panels(Node within) {
        return within.lookupAll(".equal-cells").stream().flatMap(cells -> ((Region) cells).getChildrenUnmodifiable().stream())
                .map(Region.class::cast).toList();
    }

    private static Set<List<Long>> sizes(Node within) {
        return panels(within).stream().map(panel -> List.of(Math.round(panel.getWidth()), Math.round(panel.getHeight())))
                .collect(Collectors.toSet());
    }
}

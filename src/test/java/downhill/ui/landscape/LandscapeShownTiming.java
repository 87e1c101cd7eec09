package downhill.ui.landscape;

import downhill.ui.fx.FxToolkit;
import downhill.ui.fx.Headless;
import downhill.ui.session.Demo;
import downhill.ui.window.LiveWindow;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Measures, in the real window in memory, how long the iris landscape of 41 × 41 points takes from asking for another plane to
 * its being drawn. Run by hand.
 */
public final class LandscapeShownTiming {
    private LandscapeShownTiming() {
    }

    public static void main(String[] arguments) {
        System.setProperty(Headless.FORCED, "true");
        FxToolkit.start();
        LiveWindow live = LiveWindow.open(Demo.experiment("Iris"), 1440, 900);
        var landscape = live.window().parts().landscape();
        FxToolkit.run(() -> live.window().shownProperty().set(landscape));
        until(() -> landscape.feed().wholeProperty().get() != null);
        FxToolkit.run(() -> live.session().race().step(412));
        until(() -> live.session().snapshotProperty().get().step() == 412);
        PlaneChoice.Kind[] kinds = {PlaneChoice.Kind.PAIR, PlaneChoice.Kind.RANDOM, PlaneChoice.Kind.PRINCIPAL};
        for (int round = 0; round < 9; round++) {
            PlaneChoice.Kind kind = kinds[round % kinds.length];
            long begin = System.nanoTime();
            FxToolkit.run(() -> landscape.feed().choiceProperty().set(landscape.feed().choiceProperty().get().of(kind)));
            until(() -> landscape.feed().groundProperty().get().choice().kind() == kind && landscape.feed().wholeProperty().get() != null
                    && landscape.chart().landscape() == landscape.feed().wholeProperty().get());
            double first = (System.nanoTime() - begin) * 1e-6;
            until(() -> landscape.feed().wholeProperty().get().rows() == 41);
            long drawings = FxToolkit.call(() -> landscape.chart().drawingsProperty().get());
            until(() -> landscape.chart().drawingsProperty().get() > drawings);
            System.out.printf("%s: first picture %.0f ms, 41 × 41 drawn after %.0f ms%n", kind, first, (System.nanoTime() - begin) * 1e-6);
        }
        live.close();
        System.exit(0);
    }

    private static void until(BooleanSupplier condition) {
        while (!FxToolkit.call(condition::getAsBoolean)) {
            LockSupport.parkNanos(1_000_000);
        }
    }
}

package downhill.ui.window;

import downhill.ui.screen.transport.TransportController;
import downhill.ui.session.RaceControl;
import javafx.beans.property.BooleanProperty;

/** What the keys without a modifier do. */
final class WindowKeys {
    private WindowKeys() {
    }

    static Keys of(MainWindow window) {
        RaceControl race = window.session().race();
        TransportController transport = window.parts().transport();
        return new Keys(() -> window.sheets().isVisible() || window.session().experiment() == null).on(Menus.RUN, window.session().end()::toggle).on(Menus.STEP, () -> race.step(1))
                .on(Menus.LEAP, window.commands()::leap).on(Menus.BACK, race::stepBack).on(Menus.LEAP_BACK, transport::leapBack)
                .on(Menus.WORST, window.commands()::toWorstJump).on(Menus.DIVERGENCE, window.commands()::toDivergence).on(Menus.FORK, window.parts()::fork)
                .on(Menus.RESET, window.session().end()::reset).on(Menus.BIG, () -> flip(window.model().bigProperty()))
                .on(Menus.LOG, () -> flip(window.race().logProperty())).on(Menus.VALIDATION, () -> flip(window.race().validationProperty()))
                .on(Menus.WHOLE, window.commands()::showWhole).on(Menus.ADD, window.contenders()::add)
                .on(Menus.SLOWER, transport::slower).on(Menus.FASTER, transport::faster).on(Menus.SLOW_MOTION, transport::slowMotion)
                .on(Menus.TABLE, () -> flip(window.model().tableProperty()));
    }

    private static void flip(BooleanProperty value) {
        value.set(!value.get());
    }
}

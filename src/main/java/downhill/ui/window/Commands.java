package downhill.ui.window;

import downhill.ui.chart.ChartPane;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.theme.Theme;

/** What menus and keys ask of a window beyond one call of a screen. */
final class Commands {
    private final MainWindow window;

    Commands(MainWindow window) {
        this.window = window;
    }

    /** As many steps as the transport leaps. */
    void leap() {
        window.session().race().step(window.parts().transport().strideProperty().get());
    }

    void toWorstJump() {
        if (!window.parts().transport().toWorstJump()) {
            window.tell(Messages.text("transport.worst.none"));
        }
    }

    void toDivergence() {
        if (!window.parts().transport().toDivergence()) {
            window.tell(Messages.text("transport.divergence.none"));
        }
    }

    /** Takes away the chart that has the focus, else the one in view. */
    void export() {
        window.takeaway().open(ChartKeys.chart(window.scene(), window.shownProperty().get().content()));
    }

    /** All of the chart that has the focus, else of the first one in view. */
    void showWhole() {
        ChartPane chart = ChartKeys.chart(window.scene(), window.shownProperty().get().content());
        if (chart != null) {
            chart.resetView();
        }
    }

    void editTitle() {
        new TitleEditor(window.session()).open(window.sheets());
    }

    /** From light to dark and back. */
    void switchTheme() {
        Theme.of(window.scene()).get().other().apply(window.scene());
    }

    void switchLanguage() {
        Language now = Messages.languageProperty().get();
        Messages.languageProperty().set(now == Language.ENGLISH ? Language.CHINESE : Language.ENGLISH);
    }
}

package downhill.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Tooltip;
import javafx.stage.Window;

/** The two looks of the window: AtlantaFX's Primer below, our own sheets above. */
public enum Theme {
    /** Dark words on a light ground. */
    LIGHT(Palette.LIGHT, new PrimerLight().getUserAgentStylesheet(), "light.css"),
    /** Light words on a dark ground. */
    DARK(Palette.DARK, new PrimerDark().getUserAgentStylesheet(), "dark.css");

    private static final String KEY = Theme.class.getName();

    private final Palette palette;
    private final String base;
    private final List<String> sheets;

    Theme(Palette palette, String base, String own) {
        this.palette = palette;
        this.base = base;
        this.sheets = List.of(sheet(own), sheet("downhill.css"), sheet("window.css"), sheet("lecture.css"));
    }

    /** The colours of this theme for what style sheets do not reach. */
    public Palette palette() {
        return palette;
    }

    /** The other one. */
    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    /** Before the first control is made, or else the toolkit reads a look of its own, for nothing. FX thread. */
    public void ahead() {
        Application.setUserAgentStylesheet(base);
    }

    /** Dresses {@code scene} and all windows opened later; charts in the scene follow by {@link #of(Scene)}. FX thread. */
    public void apply(Scene scene) {
        Fonts.load();
        List.copyOf(Window.getWindows()).stream().filter(Tooltip.class::isInstance).forEach(Window::hide); // it would keep half of the old
        Application.setUserAgentStylesheet(base);
        scene.getStylesheets().setAll(sheets);
        wrapper(scene).set(this);
    }

    /** The theme that {@code scene} wears, now and later; light until {@link #apply(Scene)}. */
    public static ReadOnlyObjectProperty<Theme> of(Scene scene) {
        return wrapper(scene).getReadOnlyProperty();
    }

    /** The theme of the scene that {@code node} is in; light where it is in none. */
    public static Theme of(Node node) {
        return node.getScene() == null ? LIGHT : of(node.getScene()).get();
    }

    private static ReadOnlyObjectWrapper<Theme> wrapper(Scene scene) {
        Object known = scene.getProperties().computeIfAbsent(KEY, key -> new ReadOnlyObjectWrapper<>(LIGHT));
        @SuppressWarnings("unchecked") // only this method puts something under our key
        ReadOnlyObjectWrapper<Theme> wrapper = (ReadOnlyObjectWrapper<Theme>) known;
        return wrapper;
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Theme.class.getResource("/downhill/ui/theme/" + name), name).toExternalForm();
    }
}

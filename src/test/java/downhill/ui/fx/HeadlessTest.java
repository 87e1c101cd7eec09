package downhill.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import javafx.stage.Screen;
import org.junit.jupiter.api.Test;

class HeadlessTest extends FxTest {
    @Test
    void linuxWithoutADisplayHasNone() {
        assertThat(Headless.hasDisplay("Linux", Map.of(), false)).isFalse();
        assertThat(Headless.hasDisplay("Linux", Map.of("DISPLAY", "  "), false)).isFalse();
    }

    @Test
    void linuxWithX11OrWaylandHasOne() {
        assertThat(Headless.hasDisplay("Linux", Map.of("DISPLAY", ":0"), false)).isTrue();
        assertThat(Headless.hasDisplay("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0"), false)).isTrue();
    }

    @Test
    void windowsAndMacAlwaysHaveOne() {
        assertThat(Headless.hasDisplay("Windows 11", Map.of(), false)).isTrue();
        assertThat(Headless.hasDisplay("Mac OS X", Map.of(), false)).isTrue();
    }

    @Test
    void itCanBeForced() {
        assertThat(Headless.hasDisplay("Linux", Map.of("DISPLAY", ":0"), true)).isFalse();
    }

    @Test
    void theScreenInMemoryHoldsLargeWindows() {
        assertThat(onFx(() -> Screen.getPrimary().getBounds().getWidth())).isGreaterThanOrEqualTo(1920);
        assertThat(onFx(() -> Screen.getPrimary().getBounds().getHeight())).isGreaterThanOrEqualTo(1200);
    }
}

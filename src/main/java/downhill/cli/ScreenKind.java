package downhill.cli;

import downhill.words.Said;
import java.util.Locale;
import java.util.Map;

/** On what kind of screen a window would open, as far as the environment says. */
final class ScreenKind {
    private ScreenKind() {
    }

    /**
     * For a person. Over a remote desktop there is no graphics card as a rule: the window is drawn by software then, which the
     * toolkit finds by itself; <i>Help, About</i> says how a window that is open is drawn.
     *
     * @param environment by name: {@code WAYLAND_DISPLAY}, {@code DISPLAY}, {@code SSH_CONNECTION}, {@code XRDP_SESSION},
     *                    {@code SESSIONNAME}
     */
    static Said here(String system, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        boolean remote = environment.containsKey("SSH_CONNECTION") || environment.containsKey("XRDP_SESSION")
                || environment.getOrDefault("SESSIONNAME", "").startsWith("RDP-");
        if (name.contains("win") || name.contains("mac")) {
            return Said.of(remote ? "screen.remote" : "screen.own");
        }
        if (environment.containsKey("WAYLAND_DISPLAY")) {
            return Said.of(environment.containsKey("DISPLAY") ? "screen.wayland" : "screen.wayland.alone");
        }
        if (!environment.containsKey("DISPLAY")) {
            return Said.of("screen.none");
        }
        return Said.of(remote ? "screen.x11.remote" : "screen.x11");
    }
}

package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.words.Said;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The screen on which a window would open is told from what the environment says. */
class ScreenKindTest {
    @ParameterizedTest
    @CsvSource(value = {
        "Linux| DISPLAY=:0| screen.x11",
        "Linux| DISPLAY=localhost:10;SSH_CONNECTION=1 2 3| screen.x11.remote",
        "Linux| DISPLAY=:10;XRDP_SESSION=1| screen.x11.remote",
        "Linux| DISPLAY=:0;WAYLAND_DISPLAY=wayland-0| screen.wayland",
        "Linux| WAYLAND_DISPLAY=wayland-0| screen.wayland.alone",
        "Linux| X=1| screen.none",
        "Windows 11| SESSIONNAME=RDP-Tcp#3| screen.remote",
        "Windows 11| SESSIONNAME=Console| screen.own",
        "Mac OS X| X=1| screen.own"}, delimiter = '|')
    void itIsTold(String system, String environment, String key) {
        Map<String, String> named = Arrays.stream(environment.split(";")).map(one -> one.split("=", 2))
                .collect(Collectors.toMap(one -> one[0], one -> one[1]));
        assertThat(ScreenKind.here(system, named)).isEqualTo(Said.of(key));
    }
}

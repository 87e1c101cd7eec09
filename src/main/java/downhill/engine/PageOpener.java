package downhill.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Has the system open a page in the program that it has for pages. */
public final class PageOpener {
    private PageOpener() {
    }

    /**
     * Opens it, and does not wait.
     *
     * @param address of a page or a file, as a URL
     * @return whether there is a program that was asked
     */
    public static boolean open(String address) {
        List<String> command = new ArrayList<>(command(System.getProperty("os.name", "")));
        boolean seen = !command.get(0).startsWith("xdg") || System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
        Optional<Path> program = seen ? Programs.find(command.get(0)) : Optional.empty();
        if (program.isEmpty()) {
            return false;
        }
        command.set(0, program.get().toString());
        command.add(address);
        try {
            new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return true;
        } catch (IOException none) {
            return false;
        }
    }

    static List<String> command(String system) {
        if (system.startsWith("Windows")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler");
        }
        return List.of(system.startsWith("Mac") ? "open" : "xdg-open");
    }
}

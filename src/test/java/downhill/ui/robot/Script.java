package downhill.ui.robot;

import downhill.ui.i18n.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What was done to a window from the start on. Its text has a line for the start, size and language and one for each deed; lines that
 * begin with # are remarks.
 *
 * @param start    what the window opened with
 * @param width    of the window in points
 * @param height   of the window in points
 * @param language of the window at first
 * @param deeds    what was done, in order
 */
record Script(Start start, int width, int height, Language language, List<Deed> deeds) {
    Script with(List<Deed> others) {
        return new Script(start, width, height, language, others);
    }

    static Script read(Path file) {
        try {
            return of(Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Script of(List<String> text) {
        List<String> lines = text.stream().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        Deed head = Deed.read(lines.get(0));
        List<Deed> deeds = lines.stream().skip(1).map(Deed::read).toList();
        return new Script(Start.valueOf(head.word(0)), head.whole(1), head.whole(2), Language.valueOf(head.word(3)), deeds);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(Deed.of("start", start, width, height, language).line());
        deeds.forEach(deed -> lines.add(deed.line()));
        return lines;
    }

    /** One line each. */
    String text() {
        return String.join("\n", lines());
    }
}

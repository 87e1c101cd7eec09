package downhill.ui.app;

import downhill.store.PrivateText;
import downhill.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.LoggerFactory;

/**
 * Data files outside the folders of their documents that a person has agreed to or has chosen, kept in a list of lines: nobody is
 * asked twice.
 */
final class Agreed {
    private static final int MOST = 200;

    private final Path list;
    private final Set<String> known = new LinkedHashSet<>();

    Agreed(Path list) {
        this.list = list;
        try {
            if (Files.isRegularFile(list)) {
                known.addAll(Files.readAllLines(list));
            }
        } catch (IOException e) {
            LoggerFactory.getLogger(Agreed.class).warn("The list of data files agreed to cannot be read: {}", e.getMessage());
        }
    }

    synchronized boolean has(Path file) {
        return known.contains(line(file));
    }

    synchronized void add(List<Path> files) {
        List<String> lines = files.stream().map(Agreed::line).filter(line -> line.lines().count() == 1).toList();
        if (known.containsAll(lines)) {
            return;
        }
        known.addAll(lines);
        List<String> latest = new ArrayList<>(known);
        try {
            PrivateText.write(list, String.join("\n", latest.subList(Math.max(0, latest.size() - MOST), latest.size())) + "\n");
        } catch (IOException | StoreException e) {
            LoggerFactory.getLogger(Agreed.class).warn("The list of data files agreed to cannot be written: {}", e.getMessage());
        }
    }

    private static String line(Path file) {
        return file.toAbsolutePath().normalize().toString();
    }
}

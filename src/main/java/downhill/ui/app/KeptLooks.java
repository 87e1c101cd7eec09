package downhill.ui.app;

import downhill.store.PrivateText;
import downhill.store.StoreException;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.theme.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javafx.beans.value.ChangeListener;
import javafx.scene.Scene;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The language and the theme that a person chose, kept from one start to the next in a small file of lines {@code name=value}. Where nobody
 * chose, the language is the machine's and the theme is light. A file that cannot be read or written costs nothing but what it would keep.
 * FX thread.
 */
final class KeptLooks {
    private static final Logger LOG = LoggerFactory.getLogger(KeptLooks.class);
    private static final String LANGUAGE = "language";
    private static final String THEME = "theme";

    private final Path file;
    private final Map<String, String> kept;
    private final ChangeListener<Language> spoken = (source, before, now) -> keep(LANGUAGE, now);
    private final ChangeListener<Theme> worn = (source, before, now) -> keep(THEME, now);

    KeptLooks(Path file) {
        this.file = file;
        this.kept = read(file);
    }

    /** Speaks the kept language, or the machine's; before the first window is made. */
    void speak() {
        Messages.languageProperty().set(chosen(Language.class, LANGUAGE, Language.ofSystem()));
    }

    /** Dresses {@code scene} as it was left, and follows what the person chooses until {@link #release}. */
    void follow(Scene scene) {
        Theme theme = chosen(Theme.class, THEME, Theme.LIGHT);
        if (theme != Theme.of(scene).get()) {
            theme.apply(scene);
        }
        Messages.languageProperty().addListener(spoken);
        Theme.of(scene).addListener(worn);
    }

    /** Hears no more of {@code scene}. */
    void release(Scene scene) {
        Messages.languageProperty().removeListener(spoken);
        Theme.of(scene).removeListener(worn);
    }

    private <E extends Enum<E>> E chosen(Class<E> kind, String name, E otherwise) {
        for (E one : kind.getEnumConstants()) {
            if (word(one).equals(kept.get(name))) {
                return one;
            }
        }
        return otherwise;
    }

    private void keep(String name, Enum<?> now) {
        kept.put(name, word(now));
        StringBuilder text = new StringBuilder();
        kept.forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
        try {
            PrivateText.write(file, text.toString());
        } catch (IOException | StoreException e) {
            LOG.warn("Language and theme cannot be kept: {}", e.getMessage());
        }
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> read(Path file) {
        Map<String, String> kept = new HashMap<>();
        try {
            if (Files.isRegularFile(file)) {
                Files.readAllLines(file).stream().map(line -> line.split("=", 2)).filter(pair -> pair.length == 2)
                        .forEach(pair -> kept.put(pair[0].strip(), pair[1].strip()));
            }
        } catch (IOException e) {
            LOG.warn("The kept language and theme cannot be read: {}", e.getMessage());
        }
        return kept;
    }
}

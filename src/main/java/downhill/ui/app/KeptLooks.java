package downhill.ui.app;

import downhill.store.PrivateText;
import downhill.store.StoreException;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.theme.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ChangeListener;
import javafx.scene.Scene;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The language and the theme that a person chose, which marks for beginners are gone and what of the columns is open, kept from one
 * start to the next in a small file of lines {@code name=value}. Where nobody chose, the language is the machine's and the theme is light.
 * A file that cannot be read or written costs nothing but what it would keep. FX thread.
 */
final class KeptLooks {
    private static final String LANGUAGE = "language";
    private static final String THEME = "theme";
    private static final String HINTS = "hints";
    private static final String OPENED = "opened";
    private static final String ON = "on";
    private static final String OFF = "off";

    private final Path file;
    private final String laid;
    private final Map<String, String> kept;
    private final ChangeListener<Language> spoken = (source, before, now) -> keep(LANGUAGE, word(now));
    private final ChangeListener<Theme> worn = (source, before, now) -> keep(THEME, word(now));

    KeptLooks(Path file) {
        this(file, "");
    }

    /** {@code laid} names the language where nobody chose one; empty for the machine's. */
    KeptLooks(Path file, String laid) {
        this.laid = laid;
        this.file = file;
        this.kept = read(file);
    }

    /** Speaks the kept language, or the machine's; before the first window is made. */
    void speak() {
        Messages.languageProperty().set(chosen(Language.class, LANGUAGE, usual()));
    }

    private Language usual() {
        String wanted = laid.replaceAll("[-_].*", "");
        return Arrays.stream(Language.values()).filter(one -> !laid.isEmpty() && one.locale().getLanguage().equals(wanted)).findFirst()
                .orElseGet(Language::ofSystem);
    }

    /** Dresses {@code scene} as it was left, and follows what the person chooses until {@link #release}. */
    void follow(Scene scene) {
        Theme theme = theme();
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

    /** Words of the marks for beginners that are gone for good. */
    Set<String> hints() {
        return words(HINTS);
    }

    private Set<String> words(String name) {
        return Arrays.stream(kept.getOrDefault(name, "").split(" ")).filter(word -> !word.isEmpty()).collect(Collectors.toSet());
    }

    /** One more of them. */
    void hintGone(String word) {
        keep(HINTS, String.join(" ", new TreeSet<>(Stream.concat(hints().stream(), Stream.of(word)).toList())));
    }

    /** Opens the cards that were left open, by their names, and folds the others; follows what the person does with them. */
    void keepFolds(Map<String, BooleanProperty> folded) {
        if (kept.containsKey(OPENED)) {
            Set<String> opened = words(OPENED);
            folded.forEach((name, card) -> card.set(!opened.contains(name)));
        }
        folded.values().forEach(card -> card.addListener((source, was, is) -> keep(OPENED, String.join(" ", new TreeSet<>(folded.keySet()
                .stream().filter(name -> !folded.get(name).get()).toList())))));
    }

    /** Turns {@code on} what was left on, by its name, and follows what the person does with it. */
    void keepSwitch(String name, BooleanProperty on) {
        if (kept.containsKey(name)) {
            on.set(ON.equals(kept.get(name)));
        }
        on.addListener((source, was, is) -> keep(name, is ? ON : OFF));
    }

    /** The theme that was left. */
    Theme theme() {
        return chosen(Theme.class, THEME, Theme.LIGHT);
    }

    private void keep(String name, String now) {
        kept.put(name, now);
        StringBuilder text = new StringBuilder();
        kept.forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
        try {
            PrivateText.write(file, text.toString());
        } catch (IOException | StoreException e) {
            log().warn("Language and theme cannot be kept: {}", e.getMessage());
        }
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    /** Made ready when it is needed: the theme is read before the window's frame is shown. */
    private static Logger log() {
        return LoggerFactory.getLogger(KeptLooks.class);
    }

    private static Map<String, String> read(Path file) {
        Map<String, String> kept = new HashMap<>();
        try {
            if (Files.isRegularFile(file)) {
                Files.readAllLines(file).stream().map(line -> line.split("=", 2)).filter(pair -> pair.length == 2)
                        .forEach(pair -> kept.put(pair[0].strip(), pair[1].strip()));
            }
        } catch (IOException e) {
            log().warn("The kept language and theme cannot be read: {}", e.getMessage());
        }
        return kept;
    }
}

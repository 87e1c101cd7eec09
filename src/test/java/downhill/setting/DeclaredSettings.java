package downhill.setting;

import downhill.optim.ScheduleForm;
import downhill.optim.ScheduleKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every setting that the program declares, read from its classes: one that is in no list is found too. */
public final class DeclaredSettings {
    private static final Path SOURCES = Path.of("src/main/java");

    private DeclaredSettings() {
    }

    /** In the order of packages, files and lines. */
    public static List<Setting<?>> all() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().filter(DeclaredSettings::mentions)
                    .flatMap(DeclaredSettings::types)
                    .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                            .filter(field -> field.getType() == Setting.class && Modifier.isStatic(field.getModifiers()))
                    .<Setting<?>>map(DeclaredSettings::value).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The keys of all words that settings and the forms of schedules say. */
    public static Set<String> words() {
        Stream<String> forms = Arrays.stream(ScheduleForm.values()).map(form -> form.label().key());
        Stream<Setting<?>> ofSchedules = Arrays.stream(ScheduleForm.values()).flatMap(form -> form.keys().stream())
                .map(ScheduleKey::setting);
        return Stream.concat(forms, Stream.concat(all().stream(), ofSchedules).flatMap(DeclaredSettings::words))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static <T> Stream<String> words(Setting<T> setting) {
        Stream<String> values = setting.kind() instanceof OneOf<?> choice ? choice.values().stream().map(OneOf::textOf)
                .map(text -> setting.key() + "." + text) : Stream.of();
        Stream<String> unit = setting.unit().isEmpty() ? Stream.of() : Stream.of("unit." + setting.unit());
        return Stream.concat(Stream.of(setting.key(), setting.key() + ".help"), Stream.concat(values, unit));
    }

    private static boolean mentions(Path file) {
        try {
            return Files.readString(file).contains("Setting<");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Class<?>> types(Path file) {
        String name = SOURCES.relativize(file).toString().replace(".java", "").replace(file.getFileSystem().getSeparator(), ".");
        try {
            Class<?> type = Class.forName(name, false, DeclaredSettings.class.getClassLoader());
            return Stream.concat(Stream.of(type), Arrays.stream(type.getDeclaredClasses()));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Setting<?> value(Field field) {
        try {
            field.setAccessible(true);
            return (Setting<?>) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}

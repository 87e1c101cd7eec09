package downhill.ui.robot;

import downhill.ui.window.FilePicker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A folder with files of all sorts that the robot opens, and into which it saves; it picks what its script says. */
final class Belongings implements FilePicker {
    static final String GAPS = "gaps.csv";
    static final String GERMAN = "german.csv";
    static final String NONE = "-";
    private static final int ROWS = 60;
    private static final String LONG = "a column whose name is far longer than there is room for in any list or chart";

    private final Path folder;
    private String picked = NONE;

    Belongings(Path folder) {
        this.folder = folder;
        write(GAPS, gaps());
        write(GERMAN, german());
        write("empty.csv", "");
        write("one.csv", "x\n1\n2\n3\n");
        write("ragged.csv", "a,b\n1\n1,2,3\n\"open\n");
        write("broken.json", "{\"format\": \"downhill\", ");
        write("other.json", "{\"a\": [1, 2]}");
        write("broken.downhill", "PK\u0003\u0004nothing");
        write("broken.downhill-model", "nothing");
        write("broken.rule", "p <- ");
    }

    private static String gaps() {
        Random random = new Random(5);
        String[] words = {"north", "south", "east", ""};
        StringBuilder text = new StringBuilder("day,place,wind,temp,ok\n");
        IntStream.range(0, ROWS).forEach(row -> text.append("2024-%02d-%02d,%s,%s,%.1f,%s\n".formatted(1 + row / 28, 1 + row % 28,
                words[random.nextInt(4)], row % 7 == 0 ? "NA" : String.valueOf(random.nextInt(20)), 20 + random.nextGaussian(),
                random.nextBoolean() ? "yes" : "no")));
        return text.toString();
    }

    private static String german() {
        Random random = new Random(6);
        StringBuilder text = new StringBuilder("Länge;" + LONG + ";Größe\n");
        IntStream.range(0, ROWS).forEach(row -> text.append("%s;%s;%s\n".formatted(comma(random), comma(random), comma(random))));
        return text.toString();
    }

    private static String comma(Random random) {
        return String.valueOf(Math.round(random.nextGaussian() * 100) / 100.0).replace('.', ',');
    }

    private void write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path of(String name) {
        return folder.resolve(name);
    }

    /** All names there are now, and one that there is not. */
    List<String> names() {
        try (Stream<Path> all = Files.list(folder)) {
            return Stream.concat(all.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).sorted(),
                    Stream.of("there-is-none.csv")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on this is picked; {@link #NONE} for a person who thinks better of it. */
    void pick(String name) {
        picked = name;
    }

    private Optional<Path> picked() {
        return picked.equals(NONE) ? Optional.empty() : Optional.of(of(picked));
    }

    @Override
    public Optional<Path> toOpen() {
        return picked();
    }

    @Override
    public Optional<Path> toOpen(String ending) {
        return picked();
    }

    @Override
    public Optional<Path> toSave(String suggestion) {
        return toSaveAs(suggestion);
    }

    /** Under another name than those that were there at first, with the ending that is asked for. */
    @Override
    public Optional<Path> toSaveAs(String suggestion, String... more) {
        int dot = suggestion.lastIndexOf('.');
        return picked().map(file -> of("saved-" + file.getFileName().toString().charAt(0) + (dot < 0 ? "" : suggestion.substring(dot))));
    }
}

package downhill.store;

import downhill.lesson.Picture;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The pictures of bundled lessons, in one text: {@code ID STYLE x,y x,y …} on each line, in thousandths of the picture's width and height.
 */
public final class LessonPictures {
    private static final String FILE = "/downhill/lessons/pictures.txt";
    private static final double WHOLE = 1000;

    private LessonPictures() {
    }

    /** Of a bundled lesson; without lines where it has no picture. */
    static Picture of(String id) {
        List<Picture.Line> lines = new ArrayList<>();
        try (InputStream in = LessonPictures.class.getResourceAsStream(FILE);
                BufferedReader text = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            text.lines().filter(line -> line.startsWith(id + " ")).forEach(line -> lines.add(read(line.split(" "))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Picture(lines);
    }

    private static Picture.Line read(String[] words) {
        double[][] points = Arrays.stream(words).skip(2)
                .map(point -> Arrays.stream(point.split(",")).mapToDouble(part -> Integer.parseInt(part) / WHOLE).toArray())
                .toArray(double[][]::new);
        return new Picture.Line(Integer.parseInt(words[1]), Arrays.stream(points).mapToDouble(point -> point[0]).toArray(),
                Arrays.stream(points).mapToDouble(point -> point[1]).toArray());
    }

    /** The lines of a lesson as they stand in the text. */
    public static String text(String id, Picture picture) {
        return picture.lines().stream().map(line -> id + " " + line.style() + " " + IntStream.range(0, line.x().length)
                .mapToObj(i -> String.format(Locale.ROOT, "%d,%d", Math.round(WHOLE * line.x()[i]), Math.round(WHOLE * line.y()[i])))
                .collect(Collectors.joining(" ")) + "\n").collect(Collectors.joining());
    }
}

package downhill.data.source;

import downhill.data.DataException;
import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.data.ImageSpec;
import downhill.data.Level;
import downhill.data.Scaling;
import downhill.data.SequenceSpec;
import downhill.data.SplitSpec;
import downhill.data.TaskKind;
import downhill.words.Said;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A bundled data set.
 *
 * @param name     short name, and name of its file without ending
 * @param title    name to show
 * @param rows     rows of the table
 * @param columns  columns of the table, target included
 * @param task     what is usually learned from it
 * @param target   column that is usually predicted
 * @param image    shape of its features as an image, or null
 * @param sequence how it is usually cut as a time series, or null
 * @param season   rows in a season of a time series, or 0
 * @param whole    whether its rows are all there is to learn, each as often as it occurs: none is held out, and numbers stay as they are
 */
public record SampleData(String name, String title, int rows, int columns, TaskKind task, String target, ImageSpec image,
                         SequenceSpec sequence, int season, boolean whole) {
    private static final List<SampleData> ALL = List.of(
            new SampleData("iris", "Iris flowers", 150, 5, TaskKind.MULTICLASS, "species", null, null, 0, false),
            new SampleData("wine", "Wines of three cultivars", 178, 14, TaskKind.MULTICLASS, "cultivar", null, null, 0, false),
            new SampleData("breast-cancer", "Breast cancer (Wisconsin)", 569, 31, TaskKind.BINARY, "diagnosis", null, null, 0, false),
            new SampleData("diabetes", "Diabetes progression", 442, 11, TaskKind.REGRESSION, "progression", null, null, 0, false),
            new SampleData("digits", "Handwritten digits, 8 × 8", 1797, 65, TaskKind.MULTICLASS, "digit",
                    new ImageSpec(1, 8, 8), null, 0, false),
            new SampleData("sunspots", "Sunspots, yearly 1700-1988", 289, 2, TaskKind.REGRESSION, "sunspots", null,
                    new SequenceSpec(22, 1, 1), 11, false),
            new SampleData("air-passengers", "Air passengers, monthly 1949-1960", 144, 2, TaskKind.REGRESSION, "passengers", null,
                    new SequenceSpec(24, 1, 1, Level.WINDOW), 12, false),
            new SampleData("memory", "Associative memory, 8 keys to 8 values", 196, 9, TaskKind.MULTICLASS, "value", null, null, 0,
                    true));

    /** Small tables on which a phenomenon shows; no sets to learn anything else from. */
    private static final List<SampleData> MADE = List.of(
            new SampleData("cubic", "Twenty points of a Chebyshev cubic", 20, 2, TaskKind.REGRESSION, "y", null, null, 0, false));

    /** All bundled data sets. */
    public static List<SampleData> list() {
        return ALL;
    }

    /** The data set of that name. */
    public static SampleData of(String name) {
        return Stream.concat(ALL.stream(), MADE.stream()).filter(sample -> sample.name.equals(name)).findFirst()
                .orElseThrow(() -> new DataException(Said.of("sample.none", name,
                        ALL.stream().map(SampleData::name).collect(Collectors.joining(", ")))));
    }

    /** The usual way to learn from it. */
    public DataSpec spec() {
        DataSpec spec = DataSpec.of(new DataSource.Sample(name)).withTarget(target).withTask(task).withImage(image).withSequence(sequence);
        return whole ? spec.withScaling(Scaling.NONE).withSplit(SplitSpec.DEFAULT.withRatio(0)) : spec;
    }

    /** Its bytes as CSV. */
    public InputStream open() {
        InputStream stream = SampleData.class.getResourceAsStream((MADE.contains(this) ? "/phenomena/" : "/sample-data/") + name + ".csv");
        if (stream == null) {
            throw new DataException(Said.of("sample.absent", name));
        }
        return stream;
    }
}

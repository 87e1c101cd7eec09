package downhill.cli;

import downhill.data.prepare.Prepared;
import downhill.model.InputShape;
import downhill.optim.RuleLibrary;
import downhill.race.document.Experiment;
import downhill.store.FileKind;
import downhill.store.Outputs;
import downhill.study.Searchable;
import downhill.study.SettingNames;
import downhill.study.space.Knob;
import downhill.study.space.VaryText;
import downhill.words.Said;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** Two settings over which runs are drawn, instead of a search. */
final class MapOptions {
    static final String CSV = "map.csv";
    static final String PICTURE = "map.png";
    private static final List<String> OF_MAPS = List.of("--size", "--out");
    private static final List<String> OF_SEARCHES = List.of("--sampler", "--pruner", "--trials", "--folds", "--repeats", "--groups",
            "--rolling", "--outer", "--store", "--study", "--export");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,4})(?:x(\\d{1,4}))?");
    private static final int LEAST = 2;
    private static final int MOST = 1024;

    @Option(names = "--map", paramLabel = "KEY,KEY", description = "Instead of a search a trainability map: a run for each pair of values "
            + "of two settings, the first across, coarse first; how each ends. --vary says their ranges (default: sensible ones).")
    private String map;

    @Option(names = "--size", paramLabel = "WxH", defaultValue = "64x64", description = "With --map: how many values of each are tried, "
            + "2 to 1024; one number for both (default: ${DEFAULT-VALUE}).")
    private String size;

    @Option(names = "--out", paramLabel = "DIR", description = "With --map: folder for map.csv and map.png (default: none).")
    private Path out;

    private int width;
    private int height;

    boolean asked() {
        return map != null;
    }

    /**
     * Refuses what could not be, before data are read.
     *
     * @param input null where nothing is read from a file
     */
    void check(ParseResult typed, Path input) {
        List<String> wrong = asked() ? OF_SEARCHES : OF_MAPS;
        wrong.stream().filter(typed::hasMatchedOption).findFirst().ifPresent(name -> {
            throw new InputException(Said.of(asked() ? "map.search" : "map.only", name));
        });
        if (asked()) {
            names();
            measure();
        }
        if (out != null) {
            String option = "--out " + out;
            new Outputs().reading(input).writing(option, out.resolve(CSV), FileKind.MAP)
                    .writing(option, out.resolve(PICTURE), FileKind.PICTURE).check();
        }
    }

    private List<String> names() {
        List<String> names = Stream.of(map.split(",", -1)).map(String::strip).toList();
        if (names.size() != 2 || names.contains("") || SettingNames.same(names.get(0), names.get(1))) {
            throw new InputException(Said.of("map.two", map));
        }
        return names;
    }

    private void measure() {
        Matcher matcher = SIZE.matcher(size);
        if (!matcher.matches()) {
            throw new InputException(Said.of("map.size", size, LEAST, MOST));
        }
        width = Integer.parseInt(matcher.group(1));
        height = matcher.group(2) == null ? width : Integer.parseInt(matcher.group(2));
        if (Math.min(width, height) < LEAST || Math.max(width, height) > MOST) {
            throw new InputException(Said.of("map.size", size, LEAST, MOST));
        }
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Null where nothing is written. */
    Path out() {
        return out;
    }

    /**
     * The two, each with its range: as it was said, else a sensible one, which is told.
     *
     * @param said what --vary and --space say
     */
    List<Knob> knobs(List<Knob> said, Experiment experiment, Prepared rows, PrintWriter err) {
        List<String> names = names();
        for (Knob knob : said) {
            if (names.stream().noneMatch(each -> SettingNames.same(each, knob.name()))) {
                throw new InputException(Said.of("map.other", knob.name(), map));
            }
        }
        return names.stream().map(name -> said.stream().filter(knob -> SettingNames.same(knob.name(), name)).findFirst()
                .orElseGet(() -> usual(name, experiment, rows, err))).map(knob -> new Knob(knob.name(), knob.extent())).toList();
    }

    private static Knob usual(String name, Experiment experiment, Prepared rows, PrintWriter err) {
        List<Searchable> all = Searchable.of(experiment, InputShape.of(rows.inputShape()), RuleLibrary.complete());
        Searchable one = all.stream().filter(each -> each.isCalled(name)).findFirst()
                .orElseThrow(() -> new InputException(Said.of("space.nothing", name)));
        if (one.start() == null) {
            throw new InputException(Said.of("map.range", name));
        }
        Knob knob = new Knob(name, one.start());
        err.println(Said.of("map.usual", VaryText.text(knob)));
        return knob;
    }
}

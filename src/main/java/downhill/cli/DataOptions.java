package downhill.cli;

import downhill.data.ColumnSpec;
import downhill.data.ColumnType;
import downhill.data.DataSettings;
import downhill.data.DataSpec;
import downhill.data.ImageSpec;
import downhill.data.Role;
import downhill.data.TaskKind;
import downhill.setting.Chosen;
import downhill.setting.Part;
import downhill.setting.Setting;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** How rows of a file become examples. */
final class DataOptions {
    private static final Pattern IMAGE = Pattern.compile("(\\d{1,4})x(\\d{1,4})x(\\d{1,4})");
    private static final List<Setting<?>> OF_SERIES = List.of(DataSettings.HORIZON, DataSettings.LEVEL);

    private final SettingOptions options = new SettingOptions(DataSettings.all());

    @Option(names = "--target", paramLabel = "COLUMN", description = "Column to predict (default: guessed, or the sample's own).")
    private String target;

    @Option(names = "--weight", paramLabel = "COLUMN", description = "Column that says how much each row counts, such as "
            + "how often it occurs: numbers of "
            + "0 or more. Losses, metrics, scaling and filled values are weighted (default: none).")
    private String weight;

    @Mixin
    private final CommandSpec mixin = options.mixin();

    @Option(names = "--image", paramLabel = "CxHxW", description = "The features are an image: channels, height, width.")
    private String image;

    /** Refuses what no data could have, before they are read. */
    void check() {
        if (options.chosen().has(DataSettings.WINDOW) && image != null) {
            throw new InputException(Said.of("cli.shape"));
        }
    }

    /** @param meant the task that the model means, if it means one */
    DataSpec apply(DataSpec start, Optional<TaskKind> meant) {
        Chosen chosen = options.chosen();
        requireSeries(chosen, start);
        DataSpec spec = Part.apply(chosen, learned(start, meant.orElse(null)), DataSettings.PARTS);
        spec = weight == null ? spec : weighted(spec);
        return image == null ? spec : spec.withSequence(null).withImage(image());
    }

    /** What is learned: another target may mean another task. */
    private DataSpec learned(DataSpec start, TaskKind meant) {
        boolean other = target != null && !target.equals(start.target());
        DataSpec spec = target == null ? start : start.withTarget(target);
        return meant != null || other ? spec.withTask(meant) : spec;
    }

    private static void requireSeries(Chosen chosen, DataSpec spec) {
        if (spec.sequence() != null || chosen.has(DataSettings.WINDOW)) {
            return;
        }
        OF_SERIES.stream().filter(chosen::has).findFirst().ifPresent(each -> {
            throw new InputException(Said.of("cli.series", each.option(), DataSettings.WINDOW.option()));
        });
    }

    private DataSpec weighted(DataSpec spec) {
        List<ColumnSpec> columns = new ArrayList<>(spec.columns().stream().filter(column -> !column.name().equals(weight)).toList());
        columns.add(new ColumnSpec(weight, ColumnType.NUMBER, Role.WEIGHT));
        return spec.withColumns(columns);
    }

    private ImageSpec image() {
        Matcher matcher = IMAGE.matcher(image);
        if (!matcher.matches()) {
            throw new InputException(Said.of("cli.image", image));
        }
        return new ImageSpec(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3)));
    }
}

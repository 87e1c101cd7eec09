package downhill.cli;

import downhill.data.ColumnSpec;
import downhill.data.ColumnType;
import downhill.data.DataSettings;
import downhill.data.DataSpec;
import downhill.data.Role;
import downhill.data.TaskKind;
import downhill.setting.Chosen;
import downhill.setting.Part;
import downhill.setting.Setting;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** How rows of a file become examples. */
final class DataOptions {
    private static final List<Setting<?>> OF_SERIES = List.of(DataSettings.HORIZON, DataSettings.LEVEL);

    private final SettingOptions options = new SettingOptions(Stream.concat(DataSettings.all().stream(),
            Stream.of(DataSettings.IMAGE)).toList());

    @Option(names = "--target", paramLabel = "COLUMN", description = "Column to predict (default: guessed, or the sample's own).")
    private String target;

    @Option(names = "--weight", paramLabel = "COLUMN", description = "Column that says how much each row counts, such as "
            + "how often it occurs: numbers of "
            + "0 or more. Losses, metrics, scaling and filled values are weighted (default: none).")
    private String weight;

    @Mixin
    private final CommandSpec mixin = options.mixin();

    /** Refuses what no data could have, before they are read. */
    void check() {
        if (options.chosen().has(DataSettings.WINDOW) && options.chosen().has(DataSettings.IMAGE)) {
            throw new InputException(Said.of("cli.shape"));
        }
    }

    /** @param meant the task that the model means, if it means one */
    DataSpec apply(DataSpec start, Optional<TaskKind> meant) {
        Chosen chosen = options.chosen();
        requireSeries(chosen, start);
        DataSpec spec = Part.apply(chosen, learned(start, meant.orElse(null)), DataSettings.PARTS);
        spec = weight == null ? spec : weighted(spec);
        return chosen.has(DataSettings.IMAGE) ? spec.withSequence(null).withImage(chosen.get(DataSettings.IMAGE)) : spec;
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
}

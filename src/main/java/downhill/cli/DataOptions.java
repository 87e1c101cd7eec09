package downhill.cli;

import downhill.data.ColumnSpec;
import downhill.data.ColumnType;
import downhill.data.DataSpec;
import downhill.data.EqualRows;
import downhill.data.ImageSpec;
import downhill.data.Level;
import downhill.data.MissingStrategy;
import downhill.data.Role;
import downhill.data.Scaling;
import downhill.data.SequenceSpec;
import downhill.data.SplitSpec;
import downhill.data.TaskKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** How rows of a file become examples. */
final class DataOptions {
    private static final Pattern IMAGE = Pattern.compile("(\\d{1,4})x(\\d{1,4})x(\\d{1,4})");

    @Option(names = "--target", paramLabel = "COLUMN", description = "Column to predict (default: guessed, or the sample's own).")
    private String target;

    @Option(names = "--weight", paramLabel = "COLUMN", description = "Column that says how much each row counts, such as how often it occurs: numbers of "
            + "0 or more. Losses, metrics, scaling and filled values are weighted (default: none).")
    private String weight;

    @Option(names = "--task", paramLabel = "NAME", description = "regression, binary or multiclass (default: by the target and the model).")
    private String task;

    @Option(names = "--missing", paramLabel = "NAME", description = "drop-row, mean, median or most-frequent (default: mean).")
    private String missing;

    @Option(names = "--scaling", paramLabel = "NAME", description = "none, standard or min-max (default: standard).")
    private String scaling;

    @Option(names = "--validation", paramLabel = "SHARE", description = "Share of the rows held out, 0 to below 1 (default: 0.2).")
    private Double validation;

    @Option(names = "--split", paramLabel = "NAME", description = "stratified (the same share of each class) or random (default: stratified).")
    private String split;

    @Option(names = "--equal-rows", paramLabel = "NAME", description = "together: rows equal in all features and the target are all training rows or "
            + "all held out; or apart (default: together).")
    private String equalRows;

    @Option(names = "--image", paramLabel = "CxHxW", description = "The features are an image: channels, height, width.")
    private String image;

    @Option(names = "--window", paramLabel = "N", description = "The rows are a time series: so many past rows predict the target.")
    private Integer window;

    @Option(names = "--horizon", paramLabel = "N", defaultValue = "1", description = "Rows ahead in a time series (default: ${DEFAULT-VALUE}).")
    private int horizon;

    @Option(names = "--level", paramLabel = "NAME", description = "none, or window: each window of a time series, and its target, are taken "
            + "relative to the window's mean; for series that grow (default: none, or the sample's own).")
    private String level;

    /** @param meant the task that the model means, if it means one */
    DataSpec apply(DataSpec start, Optional<TaskKind> meant) {
        DataSpec spec = target == null ? start : start.withTarget(target);
        TaskKind wanted = task == null ? meant.orElse(null) : ModelOptions.constant(TaskKind.class, task, "task");
        boolean other = target != null && !target.equals(start.target());
        spec = wanted != null ? spec.withTask(wanted) : other ? spec.withTask(null) : spec;
        spec = missing == null ? spec : spec.withMissing(ModelOptions.constant(MissingStrategy.class, missing, "way with missing values"));
        spec = scaling == null ? spec : spec.withScaling(ModelOptions.constant(Scaling.class, scaling, "scaling"));
        spec = spec.withSplit(split(spec.split()));
        spec = window == null ? spec : spec.withImage(null).withSequence(new SequenceSpec(window, horizon, 1, usualLevel(spec)));
        spec = level == null ? spec : spec.withSequence(levelled(spec.sequence()));
        spec = weight == null ? spec : weighted(spec);
        return image == null ? spec : spec.withSequence(null).withImage(image());
    }

    private DataSpec weighted(DataSpec spec) {
        List<ColumnSpec> columns = new ArrayList<>(spec.columns().stream().filter(column -> !column.name().equals(weight)).toList());
        columns.add(new ColumnSpec(weight, ColumnType.NUMBER, Role.WEIGHT));
        return spec.withColumns(columns);
    }

    private SplitSpec split(SplitSpec usual) {
        SplitSpec wanted = validation == null ? usual : usual.withRatio(validation);
        wanted = split == null ? wanted : wanted.withStratified(ModelOptions.constant(SplitKind.class, split, "split") == SplitKind.STRATIFIED);
        return equalRows == null ? wanted : wanted.withEqualRows(ModelOptions.constant(EqualRows.class, equalRows, "way with equal rows"));
    }

    private enum SplitKind { STRATIFIED, RANDOM }

    private static Level usualLevel(DataSpec spec) {
        return spec.sequence() == null ? Level.NONE : spec.sequence().level();
    }

    private SequenceSpec levelled(SequenceSpec sequence) {
        if (sequence == null) {
            throw new InputException("--level is for a time series; say how long its windows are with --window.");
        }
        return sequence.withLevel(ModelOptions.constant(Level.class, level, "level"));
    }

    private ImageSpec image() {
        Matcher matcher = IMAGE.matcher(image);
        if (!matcher.matches()) {
            throw new InputException("The image \"" + image + "\" is not of the form CHANNELSxHEIGHTxWIDTH, such as 1x8x8.");
        }
        return new ImageSpec(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3)));
    }
}

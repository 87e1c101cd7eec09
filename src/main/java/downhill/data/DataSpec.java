package downhill.data;

import downhill.words.Said;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * Everything that turns a source into arrays to train on. Saved with an experiment.
 *
 * @param source      where the table comes from
 * @param columns     type and role by column; a column that is not named, or all if empty, is guessed
 * @param target      name of the column to predict, or null to guess
 * @param task        what is learned, or null to guess from the target's type
 * @param missing     what is done about missing features
 * @param scaling     how numeric features are scaled
 * @param scaleTarget whether the target of a regression is standardised; metrics are still in its own units
 * @param split       training and validation rows
 * @param image       shape of the features as an image, or null
 * @param sequence    how a time series is cut, or null
 * @param edition     by which rules is decided what is left open; null, as in documents of before, is {@link Edition#FIRST}
 * @param made        columns that are made of those of the source; null where there are none
 */
public record DataSpec(DataSource source, List<ColumnSpec> columns, String target, TaskKind task,
                       MissingStrategy missing, Scaling scaling, boolean scaleTarget, SplitSpec split,
                       ImageSpec image, SequenceSpec sequence, Edition edition, List<MadeColumn> made) implements Serializable {
    public DataSpec {
        Objects.requireNonNull(source, "source");
        columns = columns == null ? List.of() : List.copyOf(columns);
        missing = missing == null ? DataSettings.MISSING.usual() : missing;
        scaling = scaling == null ? DataSettings.SCALING.usual() : scaling;
        split = split == null ? SplitSpec.DEFAULT : split;
        edition = edition == null ? Edition.FIRST : edition;
        made = made == null || made.isEmpty() ? null : List.copyOf(made);
        if (image != null && sequence != null) {
            throw new DataException(Said.of("shape.both"));
        }
        if (made != null && (image != null || sequence != null)) {
            throw new DataException(Said.of("made.shape", made.get(0).name()));
        }
    }

    /** By the rules of today. */
    public DataSpec(DataSource source, List<ColumnSpec> columns, String target, TaskKind task, MissingStrategy missing, Scaling scaling,
                    boolean scaleTarget, SplitSpec split, ImageSpec image, SequenceSpec sequence) {
        this(source, columns, target, task, missing, scaling, scaleTarget, split, image, sequence, Edition.SECOND, null);
    }

    /** All choices left to be guessed; generated data stay unscaled, since their formula is known. */
    public static DataSpec of(DataSource source) {
        boolean made = source instanceof DataSource.Generated;
        return new DataSpec(source, List.of(), null, null, DataSettings.MISSING.usual(),
                made ? Scaling.NONE : DataSettings.SCALING.usual(), !made && DataSettings.SCALE_TARGET.usual(), SplitSpec.DEFAULT,
                        null, null);
    }

    public DataSpec withSource(DataSource value) {
        return new DataSpec(value, columns, target, task, missing, scaling, scaleTarget, split, image, sequence, edition, made);
    }

    public DataSpec withColumns(List<ColumnSpec> value) {
        return new DataSpec(source, value, target, task, missing, scaling, scaleTarget, split, image, sequence, edition, made);
    }

    public DataSpec withTarget(String value) {
        return new DataSpec(source, columns, value, task, missing, scaling, scaleTarget, split, image, sequence, edition, made);
    }

    public DataSpec withTask(TaskKind value) {
        return new DataSpec(source, columns, target, value, missing, scaling, scaleTarget, split, image, sequence, edition, made);
    }

    public DataSpec withMissing(MissingStrategy value) {
        return new DataSpec(source, columns, target, task, value, scaling, scaleTarget, split, image, sequence, edition, made);
    }

    public DataSpec withScaling(Scaling value) {
        return new DataSpec(source, columns, target, task, missing, value, scaleTarget, split, image, sequence, edition, made);
    }

    public DataSpec withScaleTarget(boolean value) {
        return new DataSpec(source, columns, target, task, missing, scaling, value, split, image, sequence, edition, made);
    }

    public DataSpec withSplit(SplitSpec value) {
        return new DataSpec(source, columns, target, task, missing, scaling, scaleTarget, value, image, sequence, edition, made);
    }

    public DataSpec withImage(ImageSpec value) {
        return new DataSpec(source, columns, target, task, missing, scaling, scaleTarget, split, value, sequence, edition, made);
    }

    public DataSpec withSequence(SequenceSpec value) {
        return new DataSpec(source, columns, target, task, missing, scaling, scaleTarget, split, image, value, edition, made);
    }

    public DataSpec withEdition(Edition value) {
        return new DataSpec(source, columns, target, task, missing, scaling, scaleTarget, split, image, sequence, value, made);
    }

    /** Columns that are made of those of the source, perhaps none. */
    public List<MadeColumn> madeColumns() {
        return made == null ? List.of() : made;
    }

    public DataSpec withMade(List<MadeColumn> value) {
        return new DataSpec(source, columns, target, task, missing, scaling, scaleTarget, split, image, sequence, edition, value);
    }
}

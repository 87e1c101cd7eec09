package downhill.race;

import downhill.data.Column;
import downhill.data.Examples;
import downhill.data.Table;
import downhill.data.prepare.Prepared;
import downhill.data.prepare.Preprocessing;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Inputs that a body learns from before the race: those of the training rows, of rows that lack a label and nothing else, and of other
 * tables.
 *
 * @param inputs   [count × inputs of a row], prepared as those of the race
 * @param count    of rows
 * @param labelled how many of them are training rows
 */
public record PretrainingRows(double[] inputs, int count, int labelled) {
    /** Of what a race is on; windows lack nothing but what was left out for them. */
    public static PretrainingRows of(Prepared prepared, Table table) {
        int labelled = prepared.training().count();
        PretrainingRows training = new PretrainingRows(prepared.training().inputs(), labelled, labelled);
        if (prepared.preprocessing().sequence() != null) {
            return training;
        }
        Column target = table.column(prepared.targetName());
        Set<Integer> lacking = new HashSet<>(IntStream.range(0, table.rows()).filter(target::isMissing).boxed().toList());
        if (lacking.isEmpty()) {
            return training;
        }
        Examples all = prepared.preprocessing().apply(table).inputs();
        int size = all.inputSize();
        int[] places = IntStream.range(0, all.count()).filter(i -> lacking.contains(all.sourceRows()[i])).toArray();
        double[] more = new double[places.length * size];
        for (int i = 0; i < places.length; i++) {
            all.values().copy(places[i], more, i * size);
        }
        return training.with(more, places.length);
    }

    /**
     * With the rows of another table, prepared the same; whether they have labels does not matter.
     *
     * @param name what the table is called
     * @throws RefusedException where none of its rows has all that the model needs
     */
    public PretrainingRows with(Table table, String name, Preprocessing steps) {
        Examples more = steps.apply(table).inputs();
        if (more.count() == 0) {
            throw new RefusedException(Said.of("pretrain.rows", name));
        }
        double[] rows = new double[more.count() * more.inputSize()];
        for (int row = 0; row < more.count(); row++) {
            more.values().copy(row, rows, row * more.inputSize());
        }
        return with(rows, more.count());
    }

    private PretrainingRows with(double[] more, int rows) {
        double[] joined = Arrays.copyOf(inputs, inputs.length + more.length);
        System.arraycopy(more, 0, joined, inputs.length, more.length);
        return new PretrainingRows(joined, count + rows, labelled);
    }
}

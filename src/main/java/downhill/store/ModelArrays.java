package downhill.store;

import downhill.data.prepare.Preprocessing;
import downhill.engine.graph.ParameterLayout;
import downhill.engine.graph.ParameterSlot;
import downhill.model.InputShape;
import downhill.model.ModelBuilder;
import downhill.model.ModelSpec;
import downhill.model.ParameterRoles;
import downhill.model.Quantisation;
import downhill.model.TrainedModel;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The arrays of one model in a file: a row of parameters as named arrays, each row-major, one after another. Of a quantised model the whole
 * numbers are as wide as they need to be, the others float32.
 */
record ModelArrays(ParameterLayout layout, Quantisation stored) {
    /** @throws downhill.model.ModelException where the model does not fit its inputs */
    static ModelArrays of(ModelSpec model, Preprocessing preprocessing, int outputs) {
        Quantisation how = model.quantisation();
        return new ModelArrays(ModelBuilder.prediction(model, InputShape.of(preprocessing.inputShape()), outputs, 1, false).layout(),
                how == null || how.learning() ? null : how);
    }

    static ModelArrays of(TrainedModel model) {
        return of(model.model(), model.preprocessing(), model.outputs());
    }

    /** P. */
    int count() {
        return layout.count();
    }

    /** Bytes that they take. */
    long bytes() {
        return layout.slots().stream().mapToLong(slot -> width(slot).bytes(slot.size())).sum();
    }

    private NumberWidth width(ParameterSlot slot) {
        if (stored == null) {
            return NumberWidth.FLOAT64;
        }
        return ParameterRoles.steps(layout, slot).isPresent() ? NumberWidth.whole(stored.bits()) : NumberWidth.FLOAT32;
    }

    List<ModelStore.NamedArray> named() {
        return layout.slots().stream().map(slot -> new ModelStore.NamedArray(slot.name(), Arrays.stream(slot.shape()).boxed().toList(),
                stored == null ? null : width(slot).written())).toList();
    }

    /**
     * As they stand in a file.
     *
     * @param row [P]
     * @throws StoreException where a number of a quantised model is wider than its file has room for
     */
    byte[] bytes(double[] row) {
        ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(bytes())).order(ByteOrder.LITTLE_ENDIAN);
        for (ParameterSlot slot : layout.slots()) {
            width(slot).put(buffer, IntStream.range(0, slot.size()).mapToDouble(i -> row[slot.position(i)]).toArray());
        }
        return buffer.array();
    }

    /**
     * The row [P].
     *
     * @param from byte with which it begins
     */
    double[] numbers(byte[] bytes, long from) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, Math.toIntExact(from), Math.toIntExact(bytes())).order(ByteOrder.LITTLE_ENDIAN);
        double[] row = new double[layout.count()];
        for (ParameterSlot slot : layout.slots()) {
            double[] values = width(slot).take(buffer, slot.size());
            for (int i = 0; i < values.length; i++) {
                row[slot.position(i)] = values[i];
            }
        }
        return row;
    }
}

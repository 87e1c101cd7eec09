package downhill.store;

import downhill.data.prepare.Preprocessing;
import downhill.engine.graph.ParameterLayout;
import downhill.engine.graph.ParameterSlot;
import downhill.model.InputShape;
import downhill.model.ModelBuilder;
import downhill.model.ModelSpec;
import downhill.model.TrainedModel;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/** The arrays of one model in a file: a row of parameters as named arrays, each row-major, one after another. */
record ModelArrays(ParameterLayout layout) {
    /** @throws downhill.model.ModelException where the model does not fit its inputs */
    static ModelArrays of(ModelSpec model, Preprocessing preprocessing, int outputs) {
        return new ModelArrays(ModelBuilder.prediction(model, InputShape.of(preprocessing.inputShape()), outputs, 1, false).layout());
    }

    static ModelArrays of(TrainedModel model) {
        return of(model.model(), model.preprocessing(), model.outputs());
    }

    /** P. */
    int count() {
        return layout.count();
    }

    List<ModelStore.NamedArray> named() {
        return layout.slots().stream().map(slot -> new ModelStore.NamedArray(slot.name(), Arrays.stream(slot.shape()).boxed().toList()))
                .toList();
    }

    /** @param row [P] */
    byte[] bytes(double[] row) {
        ByteBuffer buffer = ByteBuffer.allocate(Math.multiplyExact(8, layout.count())).order(ByteOrder.LITTLE_ENDIAN);
        for (ParameterSlot slot : layout.slots()) {
            for (int i = 0; i < slot.size(); i++) {
                buffer.putDouble(row[slot.position(i)]);
            }
        }
        return buffer.array();
    }

    /**
     * The row [P].
     *
     * @param from number in the file with which it begins
     */
    double[] numbers(byte[] bytes, int from) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 8 * from, 8 * layout.count()).order(ByteOrder.LITTLE_ENDIAN);
        double[] row = new double[layout.count()];
        for (ParameterSlot slot : layout.slots()) {
            for (int i = 0; i < slot.size(); i++) {
                row[slot.position(i)] = buffer.getDouble();
            }
        }
        return row;
    }
}

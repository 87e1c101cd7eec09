package downhill.ui.screen.model;

import downhill.data.TaskKind;
import downhill.data.prepare.Prepared;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.Cell;
import java.util.Arrays;
import java.util.List;

/** Kinds of models to choose from. */
enum Family {
    LINEAR, POLYNOMIAL, LOGISTIC, SOFTMAX, MLP, CNN, RNN, LSTM, GRU, TRANSFORMER;

    private static final int DEGREE = 3;
    private static final int HIDDEN = 8;
    private static final int STATE = 16;

    static Family of(Architecture architecture) {
        if (architecture instanceof Architecture.Recurrent recurrent) {
            return recurrent.cell() == Cell.LSTM ? LSTM : recurrent.cell() == Cell.GRU ? GRU : RNN;
        }
        return architecture instanceof Architecture.Linear ? LINEAR
                : architecture instanceof Architecture.Polynomial ? POLYNOMIAL
                : architecture instanceof Architecture.Logistic ? LOGISTIC
                : architecture instanceof Architecture.Softmax ? SOFTMAX
                : architecture instanceof Architecture.Mlp ? MLP
                : architecture instanceof Architecture.Cnn ? CNN : TRANSFORMER;
    }

    /** Those that data of this kind can be given to. */
    static List<Family> fitting(Prepared prepared) {
        return Arrays.stream(values()).filter(family -> family.fits(prepared.task(), prepared.inputShape().length)).toList();
    }

    private boolean fits(TaskKind task, int axes) {
        return switch (this) {
            case LINEAR, POLYNOMIAL -> task == TaskKind.REGRESSION;
            case LOGISTIC -> task == TaskKind.BINARY;
            case SOFTMAX -> task == TaskKind.MULTICLASS;
            case MLP -> true;
            case CNN -> axes == 3;
            case RNN, LSTM, GRU, TRANSFORMER -> axes == 2;
        };
    }

    /** What this kind begins with. */
    Architecture start(Prepared prepared) {
        return switch (this) {
            case LINEAR -> new Architecture.Linear();
            case POLYNOMIAL -> new Architecture.Polynomial(DEGREE);
            case LOGISTIC -> new Architecture.Logistic();
            case SOFTMAX -> new Architecture.Softmax();
            case MLP -> new Architecture.Mlp(List.of(HIDDEN), Activation.TANH);
            case CNN -> prepared.inputShape().length == 3 ? Architecture.Cnn.suiting(prepared.inputShape()[1], prepared.inputShape()[2]) : Architecture.Cnn.digits();
            case RNN -> new Architecture.Recurrent(Cell.RNN, STATE);
            case LSTM -> new Architecture.Recurrent(Cell.LSTM, STATE);
            case GRU -> new Architecture.Recurrent(Cell.GRU, STATE);
            case TRANSFORMER -> new Architecture.Transformer(STATE, 2, 2 * STATE);
        };
    }
}

package downhill.model;

import java.util.List;
import java.util.Locale;

/** The recurrent cells and their gates, in the order in which they lie in memory. */
public enum Cell {
    /** h ← tanh(x·W + h·U + b) (Elman 1990). */
    RNN("h"),
    /** Long short-term memory (Hochreiter &amp; Schmidhuber 1997, with the forget gate of Gers et al. 2000). */
    LSTM("i", "f", "g", "o"),
    /** Gated recurrent unit (Cho et al. 2014), the reset gate applied after the recurrent product as in cuDNN and PyTorch. */
    GRU("r", "z", "n");

    private final List<String> gates;

    Cell(String... gates) {
        this.gates = List.of(gates);
    }

    /** Names of the gates. */
    public List<String> gates() {
        return gates;
    }

    /** The prefix of its arrays' names, such as {@code lstm}. */
    public String prefix() {
        return name().toLowerCase(Locale.ROOT);
    }
}

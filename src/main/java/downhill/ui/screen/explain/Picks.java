package downhill.ui.screen.explain;

import java.util.List;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What a person has chosen to be told, beyond which model, row and feature. FX thread. */
final class Picks {
    private final ObjectProperty<List<String>> pair = new SimpleObjectProperty<>(this, "pair", List.of());
    private final ObjectProperty<Set<String>> kept = new SimpleObjectProperty<>(this, "kept", Set.of());

    /** Names of two features; empty until a person chooses them. */
    ObjectProperty<List<String>> pairProperty() {
        return pair;
    }

    /** Of some names the two that are told about: those chosen, else the strongest pair; empty where none are known. */
    List<String> pair(List<String> names, PairShares known) {
        boolean chosen = !pair.get().isEmpty() && names.containsAll(pair.get());
        List<String> strongest = known == null || known.pairs().isEmpty() ? List.of() : known.names(known.pairs().get(0));
        List<String> told = chosen ? pair.get() : strongest;
        return names.containsAll(told) ? told : List.of();
    }

    /** Names of the columns that may not change. */
    ObjectProperty<Set<String>> keptProperty() {
        return kept;
    }

    void forget() {
        pair.set(List.of());
        kept.set(Set.of());
    }
}

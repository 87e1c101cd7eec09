package downhill.data;

import java.io.Serializable;
import java.util.Objects;

/** The type and role that a person chose for a column, or that were guessed and accepted. */
public record ColumnSpec(String name, ColumnType type, Role role) implements Serializable {
    public ColumnSpec {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(role, "role");
    }
}

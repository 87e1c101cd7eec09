package downhill.data;

import java.util.Objects;

/** The type and role that a person chose for a column, or that were guessed and accepted. */
public record ColumnSpec(String name, ColumnType type, Role role) {
    public ColumnSpec {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(role, "role");
    }
}

package downhill.data;

/** What the values of a column are. */
public enum ColumnType {
    /** Finite real numbers. */
    NUMBER,
    /** Few distinct labels, among them numbers that are names, such as postal codes. */
    CATEGORY,
    /** Free text or identifiers: hardly any value occurs twice. */
    TEXT,
    /** Calendar dates, with or without a time of day. */
    DATE,
    /** Two labels that say yes and no. */
    BOOLEAN
}

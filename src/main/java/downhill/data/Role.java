package downhill.data;

/** What a column is used for in training; a weight says how much its row counts. */
public enum Role { FEATURE, TARGET, WEIGHT, IGNORED }
